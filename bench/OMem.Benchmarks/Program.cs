using System.Globalization;
using BenchmarkDotNet.Running;
using OMem.Benchmarks.Budgets;
using OMem.Benchmarks.Erasing;

// `budgets` measures allocation against bench/budgets.json and exits with 1 when one is exceeded;
// `erase [SCOPES]` measures erasing one scope of many; anything else is BenchmarkDotNet's.
if (args is ["budgets", ..])
{
    return await BudgetCheck.RunAsync(Console.Out).ConfigureAwait(false);
}

if (args is ["erase", .. var scopes])
{
    return await EraseFigures.RunAsync(Console.Out, scopes is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000).ConfigureAwait(false);
}

BenchmarkSwitcher.FromAssembly(typeof(BudgetCheck).Assembly).Run(args);
return 0;
