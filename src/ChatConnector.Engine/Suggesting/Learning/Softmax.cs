namespace ChatConnector.Engine.Suggesting.Learning;

/// <summary>
/// Finds the weights under which the one to ask is likeliest to be somebody who answered (listwise softmax), by Newton's method: whichever
/// of them, because one helper is enough. No weight may fall below zero. The pull to the start keeps signs that never occur where they were.
/// </summary>
/// <param name="pull">How strongly weights are held to the start, beside the mean of all asks: the larger, the more it takes to move them.</param>
public sealed class Softmax(IReadOnlyList<Example> examples, double[] start, double pull)
{
    private const int Rounds = 20;
    private const int Halvings = 8;

    private readonly int size = start.Length;

    public double[] Learn()
    {
        var weights = (double[])start.Clone();
        var here = At(weights);
        for (var round = 0; round < Rounds; round++)
        {
            var step = Solve(here, weights);
            var better = false;
            for (var (halving, length) = (0, 1.0); halving < Halvings && !better; halving++, length /= 2)
            {
                var next = weights.Select((w, i) => Math.Max(0, w + length * step[i])).ToArray();
                var there = At(next);
                if (there.Value <= here.Value + 1e-9)
                    continue;
                (weights, here, better) = (next, there, true);
            }
            if (!better)
                break;
        }
        return weights;
    }

    /// <summary>The mean logarithm of the chance these weights give to somebody who answered.</summary>
    public static double Likelihood(IReadOnlyList<Example> examples, double[] weights) => new Softmax(examples, weights, 0).At(weights).Value;

    private Slope At(double[] weights)
    {
        var slope = new Slope(size);
        foreach (var example in examples)
            Add(example, weights, slope);
        var all = examples.Sum(e => e.Weight);
        for (var i = 0; i < size; i++)
        {
            slope.Gradient[i] = slope.Gradient[i] / all - pull * (weights[i] - start[i]);
            for (var j = 0; j < size; j++)
                slope.Curvature[i][j] = slope.Curvature[i][j] / all + (i == j ? pull : 0);
        }
        slope.Value = slope.Value / all - pull / 2 * weights.Zip(start, (w, s) => (w - s) * (w - s)).Sum();
        return slope;
    }

    private void Add(Example example, double[] weights, Slope slope)
    {
        var scores = new double[example.Signs.Count];
        for (var c = 0; c < scores.Length; c++)
            for (var i = 0; i < size; i++)
                scores[c] += weights[i] * example.Signs[c][i];
        var log = LogOfSum(scores);
        var mean = new double[size];
        for (var c = 0; c < scores.Length; c++)
            if (Math.Exp(scores[c] - log) is var chance && chance > 1e-7)
                AddCandidate(example.Signs[c], chance, example.Weight, mean, slope);
        // Whoever of those who answered is likelier already gets more of the credit. Its own curvature is left out, which makes steps shorter and safe.
        var any = LogOfSum([.. example.Answered.Select(a => scores[a])]);
        slope.Value += example.Weight * (any - log);
        for (var i = 0; i < size; i++)
        {
            slope.Gradient[i] += example.Weight * (example.Answered.Sum(a => Math.Exp(scores[a] - any) * example.Signs[a][i]) - mean[i]);
            for (var j = 0; j < size; j++)
                slope.Curvature[i][j] -= example.Weight * mean[i] * mean[j];
        }
    }

    private static double LogOfSum(double[] logs)
    {
        var top = logs.Max();
        return top + Math.Log(logs.Sum(log => Math.Exp(log - top)));
    }

    private void AddCandidate(double[] signs, double chance, double weight, double[] mean, Slope slope)
    {
        for (var i = 0; i < size; i++)
        {
            mean[i] += chance * signs[i];
            for (var j = 0; j < size; j++)
                slope.Curvature[i][j] += weight * chance * signs[i] * signs[j];
        }
    }

    // A weight at zero that wants to go lower stays where it is.
    private double[] Solve(Slope slope, double[] weights)
    {
        var a = slope.Curvature.Select(row => (double[])row.Clone()).ToArray();
        var b = (double[])slope.Gradient.Clone();
        for (var i = 0; i < size; i++)
        {
            if (weights[i] > 0 || slope.Gradient[i] > 0)
                continue;
            for (var j = 0; j < size; j++)
                (a[i][j], a[j][i]) = (0, 0);
            (a[i][i], b[i]) = (1, 0);
        }
        return Eliminate(a, b);
    }

    // The curvature is positive definite, so no pivoting is needed.
    private double[] Eliminate(double[][] a, double[] b)
    {
        for (var i = 0; i < size; i++)
            for (var r = i + 1; r < size; r++)
            {
                var factor = a[r][i] / a[i][i];
                for (var k = i; k < size; k++)
                    a[r][k] -= factor * a[i][k];
                b[r] -= factor * b[i];
            }
        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
                b[i] -= a[i][k] * b[k];
            b[i] /= a[i][i];
        }
        return b;
    }

    private sealed class Slope(int size)
    {
        public double Value { get; set; }

        public double[] Gradient { get; } = new double[size];

        public double[][] Curvature { get; } = [.. Enumerable.Range(0, size).Select(_ => new double[size])];
    }
}
