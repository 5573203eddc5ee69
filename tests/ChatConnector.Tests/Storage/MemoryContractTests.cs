using ChatConnector.Runtime.Ports;
using ChatConnector.Storage.Memory;

namespace ChatConnector.Tests.Storage;

public sealed class MemoryStoreTests : StoreContract
{
    protected override IStore Store { get; } = new MemoryStore();
}

public sealed class MemoryQueueTests : QueueContract
{
    private readonly MemoryQueue queue;

    public MemoryQueueTests() => queue = new MemoryQueue(Time);

    protected override IQueue Queue => queue;
}
