namespace Sentinel.Risk.Tests.Support;

/// <summary>A venue that notes what reaches it.</summary>
internal sealed class Venue
{
    public List<OrderRequest> Placed { get; } = [];

    public OrderPath<string> Path(RiskSettings? settings = null) => new(new OrderPlanner(settings ?? Situations.Exact), (order, _) =>
    {
        Placed.Add(order);
        return Task.FromResult("ok");
    });
}
