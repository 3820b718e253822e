using CustomReader;
using Microsoft.Extensions.DependencyInjection;
using OMem;

#region use
var services = new ServiceCollection();
services.AddOMem().UseInMemoryStore().UseReader(_ => new FormReader());
await using var provider = services.BuildServiceProvider();

var memory = provider.GetRequiredService<IMemoryEngine>().ForScope(new MemoryScope("acme", "ines"));
await memory.RememberAsync(
[
    new Interaction { Id = "f1", Speaker = "Ines", Text = "home: Leeds\ndiet: vegetarian", OccurredAt = new(2024, 1, 5, 9, 0, 0, TimeSpan.Zero) },
    new Interaction { Id = "f2", Speaker = "Ines", Text = "home: Bristol", OccurredAt = new(2024, 6, 8, 9, 0, 0, TimeSpan.Zero) },
]);
await memory.FlushAsync();

var card = await memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
foreach (var item in card.Attributes)
{
    Console.WriteLine($"{item.Text} [{item.ValidFrom:yyyy-MM-dd} to {item.ValidTo:yyyy-MM-dd}], read by {item.Reader}");
}
#endregion
