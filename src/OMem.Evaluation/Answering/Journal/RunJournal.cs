using System.Text;
using System.Text.Json;

namespace OMem.Evaluation;

/// <summary>
/// The journal of a run: a JSON line for each answer, judgement and step, handed to the operating system before the next one is begun. A
/// killed run loses what was in flight and nothing else. Thread-safe.
/// </summary>
internal sealed class RunJournal : IDisposable
{
    /// <summary>The file's name in the run's folder.</summary>
    public const string FileName = "journal.jsonl";

    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly Dictionary<(string System, string Question), AnswerLine> _answers = [];
    private readonly Dictionary<(string System, string Question, string Judge), JudgeLine> _judgements = [];
    private readonly Dictionary<(string Conversation, MemoryMethod Method), List<BuildStep>> _steps = [];
    private readonly Dictionary<(string System, string Conversation), SizeLine> _sizes = [];

    private RunJournal(FileStream file) => _file = file;

    /// <summary>Opens the journal of a folder, or begins one.</summary>
    /// <exception cref="AnswerRunException">It is in use, damaged, or of a run with other settings.</exception>
    public static RunJournal Open(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var path = Path.Combine(folder, FileName);
        RunJournal journal;
        try
        {
            Directory.CreateDirectory(folder);
            journal = new RunJournal(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AnswerRunException($"The run in '{folder}' cannot be opened: another process is at it, or the folder cannot be written ({fault.Message})", fault);
        }

        try
        {
            journal.Load(path, settings);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>The answer of a system to a question, if there is one.</summary>
    public AnswerLine? Answer(string system, string question)
    {
        lock (_lock)
        {
            return _answers.GetValueOrDefault((system, question));
        }
    }

    /// <summary>A judge's judgement of an answer, if there is one.</summary>
    public JudgeLine? Judgement(string system, string question, string judge)
    {
        lock (_lock)
        {
            return _judgements.GetValueOrDefault((system, question, judge));
        }
    }

    /// <summary>The steps in which a conversation's memory was built.</summary>
    public IReadOnlyList<BuildStep> Steps(string conversation, MemoryMethod method = MemoryMethod.OMem)
    {
        lock (_lock)
        {
            return _steps.TryGetValue((conversation, method), out var steps) ? [.. steps] : [];
        }
    }

    /// <summary>How big a system's memory of a conversation was in the end, if it is known.</summary>
    public SizeLine? Size(string system, string conversation)
    {
        lock (_lock)
        {
            return _sizes.GetValueOrDefault((system, conversation));
        }
    }

    /// <summary>Adds a line.</summary>
    public void Add(JournalLine line)
    {
        var utf8 = JsonSerializer.SerializeToUtf8Bytes(line, JournalJson.Readable.JournalLine);
        lock (_lock)
        {
            Take(line);
            _file.Write([.. utf8, (byte)'\n']);
            _file.Flush();
        }
    }

    public void Dispose() => _file.Dispose();

    private void Load(string path, IReadOnlyDictionary<string, string> settings)
    {
        var content = new byte[_file.Length];
        _file.ReadExactly(content);
        var whole = content.AsSpan().LastIndexOf((byte)'\n') + 1;

        // What follows the last line break was being written when the run was killed.
        _file.SetLength(whole);
        _file.Position = whole;
        var number = 0;
        foreach (var text in Encoding.UTF8.GetString(content, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            number++;
            var line = Parse(text, path, number);
            if (number == 1)
            {
                Check(line as RunLine, path, settings);
            }

            Take(line);
        }

        if (number == 0)
        {
            Add(new RunLine(settings));
        }
    }

    private static JournalLine Parse(string text, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(text, JournalJson.Readable.JournalLine) ?? throw new JsonException("The line is null.");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw new AnswerRunException(FormattableString.Invariant($"{path}:{number} is not a line of a journal. Give another --out, or remove the folder."), fault);
        }
    }

    private static void Check(RunLine? run, string path, IReadOnlyDictionary<string, string> settings)
    {
        if (run is null)
        {
            throw new AnswerRunException($"{path} does not begin as a journal does. Give another --out, or remove the folder.");
        }

        var changed = settings.Keys.Union(run.Settings.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(key => settings.GetValueOrDefault(key) != run.Settings.GetValueOrDefault(key))
            .Select(key => $"{key} (was {run.Settings.GetValueOrDefault(key, "not set")}, is {settings.GetValueOrDefault(key, "not set")})").ToList();
        if (changed.Count > 0)
        {
            throw new AnswerRunException(
                $"The folder of {path} holds a run with other settings: {string.Join("; ", changed)}. Give another --out, or remove the folder to begin anew.");
        }
    }

    private void Take(JournalLine line)
    {
        switch (line)
        {
            case AnswerLine answer:
                _answers[(answer.System, answer.Question)] = answer;
                break;
            case JudgeLine judgement:
                _judgements[(judgement.System, judgement.Question, judgement.Judge)] = judgement;
                break;
            case SizeLine size:
                _sizes[(size.System, size.Conversation)] = size;
                break;
            case BuildLine { Step: { Messages: 0 } begun }:
                _steps[(begun.Conversation, begun.Method)] = [];
                break;
            case BuildLine { Step: var step }:
                if (!_steps.TryGetValue((step.Conversation, step.Method), out var steps))
                {
                    _steps[(step.Conversation, step.Method)] = steps = [];
                }

                steps.Add(step);
                break;
            default:
                break;
        }
    }
}
