namespace OMem.LoopbackModel;

/// <summary>What can go wrong with one request.</summary>
public enum LoopbackFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No answer until the caller gives up.</summary>
    Hang = 1,

    /// <summary>The connection is reset before anything is answered.</summary>
    Reset = 2,

    /// <summary>The connection is reset in the middle of the answer.</summary>
    ResetMidAnswer = 3,

    /// <summary>429 with <c>Retry-After</c>.</summary>
    RateLimited = 4,

    /// <summary>500.</summary>
    ServerError = 5,

    /// <summary>502 with an HTML page, as a proxy answers.</summary>
    BadGateway = 6,

    /// <summary>503 with <c>Retry-After</c>.</summary>
    Unavailable = 7,

    /// <summary>401, which quotes the key as real endpoints do.</summary>
    Unauthorized = 8,

    /// <summary>404: the model is not known.</summary>
    UnknownModel = 9,

    /// <summary>400 <c>context_length_exceeded</c>.</summary>
    TooLong = 10,

    /// <summary>400: the model has no structured output.</summary>
    NoStructuredOutput = 11,

    /// <summary>400 <c>content_filter</c>, as Azure answers a prompt that its filter stops.</summary>
    FilteredPrompt = 12,

    /// <summary>429 <c>insufficient_quota</c>: waiting does not help.</summary>
    QuotaUsedUp = 13,

    /// <summary>200 with an HTML page, as a sign-in page or a wrong port answers.</summary>
    Html = 14,

    /// <summary>200 with JSON that is no chat completion.</summary>
    OtherShape = 15,

    /// <summary>200 with a body that breaks off in the middle of the protocol's JSON.</summary>
    BrokenBody = 16,

    /// <summary>200 with an error object instead of an answer, as some gateways do.</summary>
    ErrorInBody = 17,

    /// <summary>A redirect to another host.</summary>
    Redirect = 18,

    /// <summary>The answer ends at the token limit, in the middle of its JSON (<c>finish_reason: length</c>).</summary>
    Truncated = 19,

    /// <summary>The answer is not the JSON asked for.</summary>
    MalformedJson = 20,

    /// <summary>An enumeration of the answer has a value that the schema does not allow.</summary>
    WrongEnum = 21,

    /// <summary>Ids in the answer name nothing that was sent.</summary>
    UnknownIds = 22,

    /// <summary>A required field of the answer is missing.</summary>
    MissingField = 23,

    /// <summary>The model declines: a <c>refusal</c> in place of content.</summary>
    Refusal = 24,

    /// <summary>A filter stops the answer (<c>finish_reason: content_filter</c>).</summary>
    ContentFilter = 25,

    /// <summary>The answer is empty.</summary>
    Empty = 26,

    /// <summary>An error in the middle of a stream, where the status can no longer tell it; 500 when the answer is not streamed.</summary>
    ErrorMidStream = 27,

    /// <summary>The second half of every list of the answer is left out, and the JSON closed: an answer cut short that looks whole.</summary>
    DropsItems = 28,

    /// <summary>Of every list of the answer but the last the second half is left out: it holds less than it says.</summary>
    HoldsLess = 29,
}
