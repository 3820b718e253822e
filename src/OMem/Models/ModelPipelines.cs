using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace OMem.Models;

/// <summary>The rules of retrying a model call, and of giving up waiting for one.</summary>
internal static class ModelPipelines
{
    /// <summary>
    /// Bounded retries with exponential back-off and jitter. A wait the endpoint asks for is kept; when it is longer than the longest
    /// allowed, the call is given up at once and left to the outbox. An answer that cannot be used is asked for once more: models vary.
    /// </summary>
    /// <param name="options">Counts and delays.</param>
    /// <param name="time">The clock.</param>
    /// <param name="jitter">A number from 0 to 1 for each wait.</param>
    public static ResiliencePipeline Retry(ModelOptions options, TimeProvider time, Func<double> jitter)
    {
        if (options.MaxRetries == 0)
        {
            return ResiliencePipeline.Empty;
        }

        return new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ModelException fault && IsWorthRetrying(fault, args.AttemptNumber, options)),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Delay((ModelException)args.Outcome.Exception!, args.AttemptNumber, options, jitter())),
            })
            .Build();
    }

    /// <summary>The time limit of one attempt.</summary>
    public static ResiliencePipeline Timeout(ModelOptions options, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.CallTimeout })
            .Build();

    private static bool IsWorthRetrying(ModelException fault, int attempt, ModelOptions options) => fault.Fault switch
    {
        ModelFault.Unreachable or ModelFault.TimedOut or ModelFault.RateLimited or ModelFault.ServerError => !(fault.RetryAfter > options.MaxRetryDelay),
        ModelFault.InvalidAnswer => attempt == 0,
        _ => false,
    };

    private static TimeSpan Delay(ModelException fault, int attempt, ModelOptions options, double jitter)
    {
        if (fault.Fault is ModelFault.InvalidAnswer)
        {
            return TimeSpan.Zero;
        }

        var grown = options.RetryDelay * Math.Pow(2, attempt);
        var bounded = (grown < options.MaxRetryDelay ? grown : options.MaxRetryDelay) * (0.5 + (jitter / 2));
        return fault.RetryAfter is { } asked && asked > bounded ? asked : bounded;
    }
}
