using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Consent;

public sealed class ConsentQueueTests
{
    [Fact]
    public void Propose_Twice_IsOneProposal()
    {
        var queue = new ConsentQueue();

        var first = queue.Propose("style", "swing", ["m1", "m2"], "reader", At(1));
        var second = queue.Propose("style", "swing", ["m2", "m1"], "another", At(2));

        second.ShouldBe(first);
        queue.Queued(At(2)).ShouldHaveSingleItem();
    }

    [Fact]
    public void Accept_ByAPerson_HoldsFromThenOn()
    {
        var queue = new ConsentQueue();
        var proposal = queue.Propose("goal", "retire at 50", ["m1"], "reader", At(1));

        queue.Accept(proposal.Id, ConsentAuthority.Person("Ada"), At(3), "yes");

        queue.Stated(At(2.9)).ShouldBeEmpty();
        queue.Stated(At(3)).ShouldHaveSingleItem().Value.ShouldBe("retire at 50");
        queue.All(At(2)).Single().State.ShouldBe(ProposalState.Queued);
        queue.All(At(0)).ShouldBeEmpty();
        queue.Queued(At(3)).ShouldBeEmpty();
    }

    [Fact]
    public void Reject_ByARule_NeverHolds()
    {
        var queue = new ConsentQueue();
        var proposal = queue.Propose("max_risk", "0.5", ["m1"], "reader", At(1));

        queue.Reject(proposal.Id, ConsentAuthority.Rule("limits come from people"), At(1)).State.ShouldBe(ProposalState.Rejected);

        queue.Stated(At(9)).ShouldBeEmpty();
    }

    [Fact]
    public void Accept_DecidedBefore_IsRefused()
    {
        var queue = new ConsentQueue();
        var proposal = queue.Propose("style", "swing", ["m1"], "reader", At(1));
        queue.Reject(proposal.Id, ConsentAuthority.Person("Ada"), At(2));

        Should.Throw<InvalidOperationException>(() => queue.Accept(proposal.Id, ConsentAuthority.Person("Ada"), At(3)));
    }

    [Fact]
    public void Decide_WithoutNameOrBeforeTheProposal_IsRefused()
    {
        var queue = new ConsentQueue();
        var proposal = queue.Propose("style", "swing", ["m1"], "reader", At(1));

        Should.Throw<ArgumentException>(() => queue.Accept(proposal.Id, ConsentAuthority.Person(" "), At(2)));
        Should.Throw<ArgumentException>(() => queue.Accept(proposal.Id, new ConsentAuthority((ConsentKind)7, "model"), At(2)));
        Should.Throw<InvalidOperationException>(() => queue.Accept(proposal.Id, ConsentAuthority.Person("Ada"), At(0)));
        Should.Throw<KeyNotFoundException>(() => queue.Accept("prop-none", ConsentAuthority.Person("Ada"), At(2)));
    }

    [Fact]
    public void Propose_WithoutEvidence_IsRefused() =>
        Should.Throw<ArgumentException>(() => new ConsentQueue().Propose("style", "swing", [], "reader", At(1))).Message.ShouldContain("evidence");

    [Fact]
    public void Stated_TwoAccepted_IsTheNewest()
    {
        var queue = new ConsentQueue();
        var first = queue.Propose("style", "swing", ["m1"], "reader", At(1));
        var second = queue.Propose("style", "day", ["m2"], "reader", At(2));
        queue.Accept(first.Id, ConsentAuthority.Person("Ada"), At(3));
        queue.Accept(second.Id, ConsentAuthority.Person("Ada"), At(4));

        queue.Stated(At(3.5)).Single().Value.ShouldBe("swing");
        queue.Stated(At(4)).Single().Value.ShouldBe("day");
    }

    [Fact]
    public void Accepted_TextAboutFills_IsNotMixedIntoThem()
    {
        var manager = Manager(DailyTrips(Enumerable.Repeat(1m, 60)), 61);
        var before = Text(manager.Revealed(At(61)));

        var proposal = manager.Consent.Propose(AttributeNames.WinRate, "0.1", ["m1"], "reader", At(1));
        manager.Consent.Accept(proposal.Id, ConsentAuthority.Person("Ada"), At(2));

        Text(manager.Revealed(At(61))).ShouldBe(before);
    }
}
