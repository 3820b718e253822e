namespace OMem.ModelConverter.Build;

/// <summary>Why the model could not be built, in a sentence for whoever builds.</summary>
internal sealed class BuildFault(string message, Exception? innerException = null) : Exception(message, innerException);
