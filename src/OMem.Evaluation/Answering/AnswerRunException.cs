namespace OMem.Evaluation;

/// <summary>An evaluation of answers cannot go on. The message says why and what to do.</summary>
internal sealed class AnswerRunException(string message, Exception? innerException = null) : OMemException(message, innerException);
