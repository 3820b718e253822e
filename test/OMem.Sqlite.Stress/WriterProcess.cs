using System.Globalization;

namespace OMem.Sqlite.Stress;

/// <summary>One of the processes that write, through all its lives: knows what it was told.</summary>
internal sealed class WriterProcess(string file, string name, StormPlan plan) : IDisposable
{
    /// <summary>So many answered messages are sent once more after a kill, as a client does that is not sure of its answers.</summary>
    private const int SentAgain = 20;

    private readonly Lock _gate = new();
    private readonly int[] _answered = new int[plan.Writers];
    private readonly HashSet<int> _behind = [];
    private TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ChildProcess? _child;
    private Task _listening = Task.CompletedTask;
    private int _allowed;
    private int _life;
    private bool _ended;

    /// <summary>Whether this life has begun to open the file.</summary>
    public bool IsOpening { get; private set; }

    /// <summary>Whether this life has the file open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether this life has sent again what it had to.</summary>
    public bool HasCaughtUp => IsOpen && _behind.Count == 0;

    /// <summary>Whether this life has written something that was not written before.</summary>
    public bool HasWritten { get; private set; }

    public int Acknowledged
    {
        get
        {
            lock (_gate)
            {
                return _answered.Sum();
            }
        }
    }

    /// <summary>Messages it may write and has no answer for.</summary>
    public int Outstanding => (_allowed * plan.Writers) - Acknowledged;

    /// <summary>Begins another life.</summary>
    /// <param name="fromStart">Whether to send every message again.</param>
    public void Start(bool fromStart = false)
    {
        (IsOpening, IsOpen, HasWritten, _ended) = (false, false, false, false);
        _life++;
        _behind.UnionWith(Enumerable.Range(0, plan.Writers).Where(writer => _answered[writer] > 0));
        var first = _answered.Select(answered => Text(fromStart ? 0 : Math.Max(0, answered - SentAgain)));
        _child?.Dispose();
        _child = ChildProcess.Start(["append", file, name, Text(plan.Messages), Text((plan.Seed ^ (_life * 7_919)) & int.MaxValue), Text(_allowed), .. first]);
        _listening = ListenAsync(_child);
    }

    /// <summary>Lets each writer go on to this message.</summary>
    public async Task AllowAsync(int messages)
    {
        _allowed = Math.Max(_allowed, messages);
        await _child!.WriteLineAsync(Text(messages));
    }

    /// <summary>Waits for something it says, or for its end.</summary>
    public async Task UntilAsync(Func<WriterProcess, bool> condition)
    {
        while (true)
        {
            Task heard;
            lock (_gate)
            {
                if (_ended || condition(this))
                {
                    return;
                }

                heard = _heard.Task;
            }

            await heard;
        }
    }

    /// <summary>Kills it and hears the last it had said.</summary>
    /// <returns>Whether it was alive.</returns>
    public async Task<bool> KillAsync()
    {
        var wasAlive = _child!.Kill();
        await _listening;
        return wasAlive;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _listening;
        return await _child!.EndAsync();
    }

    /// <summary>Everything it was told is stored.</summary>
    public IReadOnlyList<string> AcknowledgedIds()
    {
        lock (_gate)
        {
            return [.. _answered.SelectMany((answered, writer) => Enumerable.Range(0, answered).Select(message => Messages.Id(name, writer, message)))];
        }
    }

    public void Dispose() => _child?.Dispose();

    private async Task ListenAsync(ChildProcess child)
    {
        while (await child.ReadLineAsync() is { } line)
        {
            // A line without its mark was cut short by the kill.
            Hear(line is [.. var said, ';'] ? said.Split(' ') : []);
        }

        Hear(["ended"]);
    }

    private void Hear(string[] said)
    {
        lock (_gate)
        {
            switch (said)
            {
                case ["opening"]:
                    IsOpening = true;
                    break;
                case ["open"]:
                    IsOpen = true;
                    break;
                case ["ack", var writer, var next]:
                    HearAnswer(Number(writer), Number(next));
                    break;
                case ["ended"]:
                    _ended = true;
                    break;
            }

            _heard.SetResult();
            _heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void HearAnswer(int writer, int next)
    {
        if (next >= _answered[writer])
        {
            _behind.Remove(writer);
        }

        if (next > _answered[writer])
        {
            _answered[writer] = next;
            HasWritten = true;
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
