namespace OMem.Evaluation.Tests;

/// <summary>Tiny conversations in the layouts of the public sets, written for these tests.</summary>
internal static class Samples
{
    public const string LoCoMo =
        """
        [{
          "sample_id": "talk-1",
          "conversation": {
            "speaker_a": "Ada", "speaker_b": "Ben",
            "session_10": [
              {"speaker": "Ben", "dia_id": "D10:1", "text": "The kayak club meets on Sundays now."},
              {"speaker": "Ada", "dia_id": "D10:2", "text": "Look at this!", "blip_caption": "a photo of a red kayak on a lake", "img_url": ["x"]}
            ],
            "session_10_date_time": "12:04 am on 1 January, 2024",
            "session_2": [
              {"speaker": "Ada", "dia_id": "D2:1", "text": "I adopted a parrot called Kiwi."},
              {"speaker": "Ben", "dia_id": "D2:2", "text": "Does Kiwi talk already?"},
              {"speaker": "Ada", "dia_id": "D2:3", "text": "", "blip_caption": "a green parrot"},
              {"speaker": "Ben", "dia_id": "D2:4", "text": ""}
            ],
            "session_2_date_time": "1:56 pm on 8 May, 2023",
            "session_11_date_time": "9:00 am on 2 January, 2024"
          },
          "qa": [
            {"question": "What pet did Ada adopt?", "answer": "a parrot", "evidence": ["D2:1"], "category": 4},
            {"question": "When does the kayak club meet?", "answer": 7, "evidence": ["D10:1; D:10:02", "D10:1"], "category": 1},
            {"question": "Who flew to Mars?", "adversarial_answer": "Ben", "evidence": ["D2:2"], "category": 5},
            {"question": "Is Ada kind?", "answer": "yes", "evidence": [], "category": 3},
            {"question": "What is lost?", "answer": "this", "evidence": ["D", "D9:9"], "category": 2}
          ],
          "event_summary": {}, "observation": {}, "session_summary": {}
        }]
        """;

    public const string BeamChat =
        """
        [
          {"batch_number": 1, "time_anchor": null, "turns": [[
            {"role": "user", "id": 0, "time_anchor": "March-15-2024", "index": "1,1", "question_type": "main_question", "content": "I keep bees."},
            {"role": "assistant", "id": 1, "content": "Bees need flowers in spring."}
          ], [
            {"role": "user", "id": 2, "content": "My hive has a new queen."}
          ]]},
          {"batch_number": 2, "turns": [[
            {"role": "user", "id": 3, "time_anchor": "April-2-2024", "content": "The honey harvest was twelve jars."},
            {"role": "assistant", "id": 4, "content": ""}
          ]]}
        ]
        """;

    public const string BeamQuestions =
        """
        {
          "abstention": [{"question": "Which car do I drive?"}],
          "knowledge_update": [{"question": "How many jars?", "source_chat_ids": {"original_info": [3], "updated_info": [3, 99]}}],
          "event_ordering": [{"question": "In which order?", "source_chat_ids": [0, [2, 3]]}],
          "information_extraction": [{"question": "What is new?", "source_chat_ids": 2}]
        }
        """;

    public const string PersonaMemContexts =
        """
        {"ctx-1": [{"role": "system", "content": "Current user persona: Zoe"}, {"role": "user", "content": "User: I paint with oil."}, {"role": "assistant", "content": "Assistant: Oil takes time to dry."}, {"role": "system", "content": "Current user persona: Zoe"}, {"role": "user", "content": "User: I joined a chess club."}, {"role": "system", "content": "Current user persona: Zoe"}, {"role": "user", "content": "User: I tried watercolour."}, {"role": "assistant", "content": "Assistant: Lovely."}]}

        """;

    public const string PersonaMemQuestions =
        """
        persona_id,question_id,question_type,topic,distance_to_ref_in_blocks,user_question_or_message,all_options,shared_context_id,end_index_in_shared_context
        1,q-end,recall,art,3,"What did I paint with, ""again""?","['(a)
        x', '(b) y']",ctx-1,7
        1,q-inside,recall,chess,1,Which club?,[],ctx-1,6
        1,q-lost,recall,art,9,Lost?,[],ctx-1,6

        """;
}
