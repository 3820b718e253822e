namespace OMem.Cli.Tests.Support;

/// <summary>A small conversation in the LoCoMo layout, written for these tests.</summary>
internal static class TinyLoCoMo
{
    public const string Json =
        """
        [{
          "sample_id": "talk-1",
          "conversation": {
            "speaker_a": "Ada", "speaker_b": "Ben",
            "session_1": [
              {"speaker": "Ada", "dia_id": "D1:1", "text": "I adopted a parrot called Kiwi."},
              {"speaker": "Ben", "dia_id": "D1:2", "text": "Does Kiwi talk already?"},
              {"speaker": "Ada", "dia_id": "D1:3", "text": "Only one word: tea."}
            ],
            "session_1_date_time": "1:56 pm on 8 May, 2023",
            "session_2": [
              {"speaker": "Ben", "dia_id": "D2:1", "text": "The kayak club meets on Sundays now."},
              {"speaker": "Ada", "dia_id": "D2:2", "text": "Then I can paint on Saturdays."}
            ],
            "session_2_date_time": "12:04 am on 1 January, 2024"
          },
          "qa": [
            {"question": "What is the parrot called?", "answer": "Kiwi", "evidence": ["D1:1"], "category": 4},
            {"question": "What word does Kiwi say?", "answer": "tea", "evidence": ["D1:3"], "category": 1},
            {"question": "When does the kayak club meet?", "answer": "Sundays", "evidence": ["D2:1"], "category": 2},
            {"question": "Who flew to Mars?", "adversarial_answer": "Ben", "evidence": ["D1:2"], "category": 5}
          ]
        }]
        """;
}
