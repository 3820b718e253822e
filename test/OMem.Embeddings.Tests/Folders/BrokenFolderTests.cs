using OMem.ModelConverter.Onnx;

namespace OMem.Embeddings.Tests.Folders;

public sealed class BrokenFolderTests : IDisposable
{
    private readonly TinyTransformer _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void Load_NoFolder_NamesIt()
    {
        var path = Path.Combine(_tiny.Folder, "nowhere");
        var fault = Should.Throw<EmbeddingModelException>(() => SentenceTransformerModel.Load(path));
        fault.Path.ShouldBe(path);
        fault.Message.ShouldBe($"The embedding model '{path}' is not a folder that exists.");
        fault.IsTransient.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Load_NoPath_IsAnArgumentError(string? path) => Should.Throw<ArgumentException>(() => SentenceTransformerModel.Load(path!));

    [Fact]
    public void Load_NoModel_SaysWhichFilesItLooksFor() =>
        Fault(_tiny.Delete("model.onnx")).ShouldContain("has neither model.onnx nor onnx/model.onnx");

    [Fact]
    public void Load_NoVocabulary_SaysWhichFilesItLooksFor() =>
        Fault(_tiny.Delete("vocab.txt")).ShouldContain("has neither vocab.txt nor tokenizer.json");

    [Fact]
    public void Load_ModelThatIsNoOnnx_NamesTheFile() => Fault(_tiny.Write("model.onnx", "hello")).ShouldContain("model.onnx' cannot be loaded");

    [Fact]
    public void Load_EmptyModel_NamesTheFile() => Fault(_tiny.Write("model.onnx", Array.Empty<byte>())).ShouldContain("model.onnx' ");

    [Fact]
    public void Load_ModelCutShort_NamesTheFile()
    {
        var whole = File.ReadAllBytes(Path.Combine(_tiny.Folder, "model.onnx"));
        Fault(_tiny.Write("model.onnx", whole[..(whole.Length / 2)])).ShouldContain("model.onnx' cannot be loaded");
    }

    [Fact]
    public void Load_UnknownInput_NamesIt() =>
        Fault(_tiny.Write("model.onnx", TinyTransformer.Network("last_hidden_state", OnnxElementType.Int64, "input_ids", "pixel_values")))
            .ShouldContain("wants an input 'pixel_values' of type Int64, which is not known");

    [Fact]
    public void Load_VocabularyLargerThanTheModel_FailsOnTheFirstText() =>
        Fault(_tiny.Write("vocab.txt", string.Join('\n', TinyTransformer.Pieces[..2].Concat(Enumerable.Range(0, 40).Select(i => $"w{i}")).Concat(["[CLS]", "[SEP]"]))))
            .ShouldContain("model.onnx' fails on a first text");

    [Fact]
    public void Load_VocabularyWithoutMarks_NamesTheMissingPiece() =>
        Fault(_tiny.Write("vocab.txt", "[PAD]\n[UNK]\nthe\ndog\n")).ShouldContain("vocab.txt' does not have the piece '[CLS]'");

    [Fact]
    public void Load_VocabularyNotUtf8_SaysSo() => Fault(_tiny.Write("vocab.txt", [0x5b, 0xff, 0xfe, 0x0a])).ShouldContain("vocab.txt' is not UTF-8 text");

    [Fact]
    public void Load_VocabularyWithAPieceTwice_SaysSo() =>
        Fault(_tiny.Write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\nthe\n")).ShouldContain("vocab.txt' is not a usable vocabulary");

    [Fact]
    public void Load_OtherTokenizerKind_NamesIt() =>
        Fault(_tiny.Delete("vocab.txt").Write("tokenizer.json", TinyTransformer.TokenizerJson(lowerCase: true, type: "BPE")))
            .ShouldContain("has a tokenizer of the kind 'BPE'; only WordPiece is supported");

    [Fact]
    public void Load_TokenizerWithoutVocabulary_SaysSo() =>
        Fault(_tiny.Delete("vocab.txt").Write("tokenizer.json", "{\"model\":{\"type\":\"WordPiece\"}}")).ShouldContain("has no 'model.vocab'");

    [Theory]
    [InlineData("{\"a\":0,\"b\":2}", "'b' has the id 2")]
    [InlineData("{\"a\":0,\"b\":0}", "'b' has the id 0")]
    [InlineData("{\"a\":-1}", "'a' has the id -1")]
    [InlineData("{\"a\":\"x\"}", "'a' has the id \"x\"")]
    public void Load_TokenizerWithWrongIds_NamesThePiece(string vocabulary, string expected) =>
        Fault(_tiny.Delete("vocab.txt").Write("tokenizer.json", $"{{\"model\":{{\"type\":\"WordPiece\",\"vocab\":{vocabulary}}}}}")).ShouldContain(expected);

    [Theory]
    [InlineData("1_Pooling/config.json", "{", "is not valid JSON")]
    [InlineData("1_Pooling/config.json", "[]", "must hold a JSON object, not array")]
    [InlineData("1_Pooling/config.json", "{\"pooling_mode_weightedmean_tokens\":true}", "asks for the pooling 'weightedmean_tokens'")]
    [InlineData("1_Pooling/config.json", "{\"pooling_mode_cls_token\":true,\"pooling_mode_mean_tokens\":true}", "asks for the pooling 'cls_token and mean_tokens'")]
    [InlineData("1_Pooling/config.json", "{\"pooling_mode_cls_token\":\"yes\"}", "has a wrong 'pooling_mode_cls_token': true or false was expected")]
    [InlineData("modules.json", "{}", "must hold a JSON array, not object")]
    [InlineData("modules.json", "[{\"type\":\"sentence_transformers.models.Dense\",\"path\":\"2_Dense\"}]", "a module of the kind 'Dense', which is not supported")]
    [InlineData("modules.json", "[{\"path\":\"2_Dense\"}]", "has a module without 'type'")]
    [InlineData("modules.json", "[3]", "has a module without 'type'")]
    [InlineData("sentence_bert_config.json", "{\"max_seq_length\":2}", "reads 2 tokens at once; at least 3 are needed")]
    [InlineData("sentence_bert_config.json", "{\"max_seq_length\":-5}", "has a wrong 'max_seq_length': a positive number was expected")]
    [InlineData("tokenizer_config.json", "{\"model_max_length\":\"long\"}", "has a wrong 'model_max_length'")]
    [InlineData("tokenizer_config.json", "{\"cls_token\":\"<s>\"}", "does not have the piece '<s>'")]
    [InlineData("tokenizer_config.json", "{\"cls_token\":5}", "has a wrong 'cls_token': a text was expected")]
    public void Load_WrongConfiguration_SaysWhatIsWrong(string file, string content, string expected) =>
        Fault(_tiny.Write(file, content)).ShouldContain(expected);

    [Fact]
    public void Load_ModulesThatNameAnotherPoolingFolder_ReadsIt() =>
        Fault(_tiny
            .Write("modules.json", "[{\"type\":\"sentence_transformers.models.Pooling\",\"path\":\"9_Pooling\"}]")
            .Write("9_Pooling/config.json", "{\"pooling_mode\":\"lasttoken\"}"))
            .ShouldContain("asks for the pooling 'lasttoken'");

    [Fact]
    public void Load_LengthBeyondAnyLimit_CountsAsNone()
    {
        _tiny.Write("tokenizer_config.json", "{\"model_max_length\":1000000000000000019884624838656}").Write("config.json", "{\"max_position_embeddings\":5}");
        using var generator = SentenceTransformerModel.Load(_tiny.Folder);
        generator.Embed("the dog cat the the the").ToArray().ShouldBe(generator.Embed("the dog cat").ToArray());
    }

    private static string Fault(TinyTransformer tiny) =>
        Should.Throw<EmbeddingModelException>(() => SentenceTransformerModel.Load(tiny.Folder)).Message;
}
