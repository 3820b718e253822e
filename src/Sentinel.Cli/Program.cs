using Sentinel.Cli.Hosting;

return await CommandLine.RunAsync(CliHost.FromProcess(), args);
