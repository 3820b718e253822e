using Microsoft.Extensions.DependencyInjection;
using OMem;

#region quick-start
var services = new ServiceCollection();
services.AddOMem().UseSqlite("memory.omem").UseBundledEmbeddings();
await using var provider = services.BuildServiceProvider();

var memory = provider.GetRequiredService<IMemoryEngine>().ForScope(new MemoryScope("acme", "ines"));
await memory.RememberAsync(
[
    new Interaction { Id = "m1", Speaker = "Ines", Text = "I moved to Bristol last week.", OccurredAt = new(2024, 6, 8, 9, 0, 0, TimeSpan.Zero) },
]);

var recall = await memory.RecallAsync(new RecallQuery("Where does Ines live?") { TokenBudget = 500 });
Console.WriteLine(recall.Context); // quoted data for a user-role message, with citations in recall.Items
#endregion
