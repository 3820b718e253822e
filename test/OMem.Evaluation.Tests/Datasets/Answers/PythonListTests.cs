namespace OMem.Evaluation.Tests;

public sealed class PythonListTests
{
    [Fact]
    public void TryParse_MixedQuotes_GivesEachString() =>
        PythonList.TryParse("""['(a) one', "(b) it's \"two\"", '(c) a\nb\\c', '(d) that\'s, all']""")
            .ShouldBe(["(a) one", "(b) it's \"two\"", "(c) a\nb\\c", "(d) that's, all"]);

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("['x',]", 1)]
    [InlineData("[ 'x' , 'y' ]", 2)]
    public void TryParse_List_HasSoMany(string literal, int count) => PythonList.TryParse(literal).ShouldNotBeNull().Count.ShouldBe(count);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("['x'")]
    [InlineData("['x]")]
    [InlineData("[1, 2]")]
    [InlineData("['x' 'y']")]
    public void TryParse_SomethingElse_IsNull(string literal) => PythonList.TryParse(literal).ShouldBeNull();
}
