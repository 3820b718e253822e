namespace OMem.ChatClients.Tests.Faults;

public sealed class HttpFaultTests
{
    private static readonly ModelPlace Place = ModelPlace.Of(new Uri("http://localhost:8000/"), "m");

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(501)]
    [InlineData(505)]
    public void Of_AServerThatHasNoChat_IsNotTriedAgainAndSaysWhatToCheck(int status)
    {
        var fault = HttpFault.Of(status, "<html>no such method</html>", retryAfter: null, Place);

        fault.Fault.ShouldBe(ModelFault.Rejected);
        fault.IsTransient.ShouldBeFalse();
        fault.Message.ShouldContain("often '/v1'");
        fault.Message.ShouldNotContain("no such method");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public void Of_AServerThatFails_IsTriedAgain(int status) => HttpFault.Of(status, "", retryAfter: null, Place).IsTransient.ShouldBeTrue();
}
