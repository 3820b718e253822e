namespace OMem.Cli.Hosting;

/// <summary>The command was understood and cannot be done. The message is shown as it is and says what to do.</summary>
internal sealed class CommandFailedException(string message, Exception? innerException = null) : Exception(message, innerException);
