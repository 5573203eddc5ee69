namespace ChatConnector.Engine.Suggesting.Index;

/// <summary>Which terms each document holds, packed into a few bytes each, so that a document can be taken out again.</summary>
internal sealed class Contents
{
    /// <summary>Five bytes hold any number, so that many fit into one slab whatever they are.</summary>
    public const int MostTerms = (SlabSize - 5) / 5;

    private const int SlabSize = 1 << 16;

    private readonly List<byte[]> slabs = [];
    private int used = SlabSize;
    private int dropped;

    /// <summary>Whether it is time to pack what is still wanted anew: most of it is not.</summary>
    public bool IsMostlyWaste => slabs.Count > 4 && dropped > slabs.Count * (long)SlabSize / 2;

    /// <summary>Packs at most <see cref="MostTerms"/> ascending numbers; the answer finds them again.</summary>
    public int Add(ReadOnlySpan<int> terms)
    {
        if (used + 5 * (terms.Length + 1) > SlabSize)
        {
            slabs.Add(new byte[SlabSize]);
            used = 0;
        }
        var at = (slabs.Count - 1) * SlabSize + used;
        Write((uint)terms.Length);
        var last = 0;
        foreach (var term in terms)
        {
            Write((uint)(term - last));
            last = term;
        }
        return at;
    }

    /// <summary>Unpacks into <paramref name="terms"/>, growing it when needed; answers how many there are.</summary>
    public int Read(int at, ref int[] terms)
    {
        var (slab, place) = (slabs[at / SlabSize], at % SlabSize);
        var count = (int)Read(slab, ref place);
        if (terms.Length < count)
            terms = new int[count];
        var last = 0;
        for (var i = 0; i < count; i++)
            terms[i] = last += (int)Read(slab, ref place);
        return count;
    }

    /// <summary>These are not wanted any more. Their room is free when everything is packed anew.</summary>
    public void Drop(int at)
    {
        var (slab, place) = (slabs[at / SlabSize], at % SlabSize);
        for (var left = Read(slab, ref place); left > 0; left--)
            Read(slab, ref place);
        dropped += place - at % SlabSize;
    }

    private void Write(uint number)
    {
        for (; number > 0x7F; number >>= 7)
            slabs[^1][used++] = (byte)(number | 0x80);
        slabs[^1][used++] = (byte)number;
    }

    private static uint Read(byte[] slab, ref int place)
    {
        uint number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = slab[place++];
            number |= (uint)(part & 0x7F) << shift;
            if (part <= 0x7F)
                return number;
        }
    }
}
