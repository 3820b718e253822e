namespace OMem.Tests.Understanding.Attributes;

/// <summary>What somebody has parted with, and what only sounds like it.</summary>
public sealed class PartingRuleTests
{
    [Theory]
    [InlineData("I gave up the Queens apartment.", "*:Queens apartment")]
    [InlineData("I ditched my iPhone for a Pixel.", "*:my iPhone")]
    [InlineData("I'm over true crime podcasts.", "*likings:true crime podcasts")]
    [InlineData("I'm done with ballet.", "*:ballet")]
    [InlineData("I've gone off coffee completely.", "*:coffee")]
    [InlineData("I left Netlify.", "*places:Netlify")]
    [InlineData("I dropped the marathon.", "*pursuits:marathon")]
    [InlineData("I sold the Honda Civic.", "*things:Honda Civic")]
    [InlineData("I closed the bakery in spring.", "*businesses:bakery")]
    [InlineData("I stopped learning Spanish.", "*:Spanish")]
    [InlineData("I quit smoking.", "*:smoke")]
    [InlineData("I broke up with Zoe.", "*:Zoe")]
    [InlineData("I don't go to the gym anymore.", "*:gym")]
    [InlineData("I've switched to an e-reader, no more paper books.", "*:paper books")]
    [InlineData("I'm saving for a house now instead of a motorbike.", "*:motorbike")]
    [InlineData("My internship at Deloitte is over.", "*:Deloitte")]
    [InlineData("Mark and I broke up.", "*:mark")]
    [InlineData("I have a girlfriend now.", "family status:single")]
    public async Task Read_Parting_NamesWhatIsOver(string text, string expected) =>
        (await Reading.PartingsAsync(text)).ShouldContain(parted => string.Equals(parted, expected, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("I will never give up the flat.")]
    [InlineData("If I gave up the flat, I would miss it.")]
    [InlineData("I might sell my car.")]
    [InlineData("I didn't leave Acme.")]
    [InlineData("My sister gave up her flat.")]
    [InlineData("Did I tell you I sold it?")]
    [InlineData("I'm over there.")]
    [InlineData("Tom says I gave up the flat.")]
    [InlineData("I would rather have tea instead of coffee.")]
    [InlineData("I love my flat.")]
    public async Task Read_NoParting_NamesNothingOfTheSpeaker(string text) =>
        (await Reading.PartingsOfAsync(text, "Alice")).ShouldBeEmpty();
}
