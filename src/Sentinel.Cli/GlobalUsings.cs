global using OMem.Cli.Hosting;
global using OMem.Cli.Output;
global using OMem.Cli.Settings;
