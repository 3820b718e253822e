using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace OMem.Models;

/// <summary>How a JSON answer is asked for, the most reliable way first.</summary>
internal enum AnswerForm
{
    /// <summary>By schema.</summary>
    Schema = 0,

    /// <summary>As a JSON object, with the schema in the prompt.</summary>
    Json = 1,

    /// <summary>In words alone.</summary>
    Text = 2,
}

/// <summary>Which form each client was found to support.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class AnswerForms
{
    private readonly ConcurrentDictionary<IChatClient, AnswerForm> _forms = new(ReferenceEqualityComparer.Instance as IEqualityComparer<IChatClient>);

    /// <summary>The form to ask for.</summary>
    public AnswerForm Of(IChatClient client) => _forms.GetValueOrDefault(client);

    /// <summary>Notes that a form is not supported. False when there is none below it.</summary>
    public bool StepDown(IChatClient client, AnswerForm unsupported)
    {
        if (unsupported is AnswerForm.Text)
        {
            return false;
        }

        _forms.AddOrUpdate(client, unsupported + 1, (_, known) => known > unsupported ? known : unsupported + 1);
        return true;
    }
}
