namespace ChatConnector.Simulation;

/// <summary>The platform as one process reaches it.</summary>
public sealed class FaultyChat(Process process) : IChat
{
    private readonly World world = process.World;

    public string Platform => "screens";

    public async Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        world.Witness.Trying(delivery, process);
        await process.StepAsync();
        if (world.MayStrike(world.Faults.Busy))
        {
            world.Witness.GivenUp(delivery);
            return new Delivered.Busy(world.Luck.Next(2) == 0 ? null : TimeSpan.FromSeconds(world.Luck.Next(1, 40)));
        }

        if (WhereToPost(delivery) is { } place && world.IsClosed(place))
        {
            world.Witness.Refused(delivery);
            return new Delivered.Refused("closed");
        }

        var answered = !world.MayStrike(world.Faults.NoAnswer);
        if (!answered)
            world.Witness.NobodyKnows(delivery.EffectId);
        if (!answered && world.Luck.Next(2) == 0)
            return new Delivered.Uncertain("no answer, and not shown");
        world.Witness.Sending(delivery);
        var reference = world.Screens.Show(delivery, world.Time.Now);
        world.People.Noticed(world.Screens.Posts, reference);
        await process.StepAsync();
        return answered ? new Delivered.Shown(reference) : new Delivered.Uncertain("no answer, and shown");
    }

    private static string? WhereToPost(Delivery delivery) => delivery switch
    {
        Delivery.Post post => post.To.Id,
        Delivery.Gather gather => string.Join('+', gather.People),
        _ => null,
    };
}
