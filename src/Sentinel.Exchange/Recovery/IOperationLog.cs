namespace Sentinel.Exchange.Recovery;

/// <summary>Where a simulated venue writes what it did, before anybody learns of it.</summary>
public interface IOperationLog
{
    /// <summary>Writes one operation; when this returns it survives the end of the process.</summary>
    void Append(ExchangeOperation operation);
}
