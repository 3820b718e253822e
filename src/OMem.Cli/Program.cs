using OMem.Cli.Hosting;

return await Cli.RunAsync(CliHost.FromProcess(), args);
