using BenchmarkDotNet.Running;
using OMem.Benchmarks.Budgets;

// `budgets` measures allocation against bench/budgets.json and exits with 1 when one is exceeded; anything else is BenchmarkDotNet's.
if (args is ["budgets", ..])
{
    return await BudgetCheck.RunAsync(Console.Out).ConfigureAwait(false);
}

BenchmarkSwitcher.FromAssembly(typeof(BudgetCheck).Assembly).Run(args);
return 0;
