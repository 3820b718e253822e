using OMem.ModelConverter.Onnx;

namespace OMem.ModelConverter.UseLite;

/// <summary>
/// Writes the network as ONNX for one text a run: <c>input_ids</c> int32 [1, tokens] and <c>pooling</c> float [rows, tokens], the
/// weight of each token in each row, to <c>embedding</c> float [1, rows, 512]. The original has one row, the mean; a further one
/// is the vector of some of the words as they stand in the text, for little more. Lengths are left as they are: the reader makes
/// them one. One text a run needs neither padding nor mask, and a text's vector cannot depend on its neighbours.
/// </summary>
internal sealed class UseLiteGraph
{
    private const int Embedding = UseLiteModel.EmbeddingWidth;
    private readonly UseLiteModel _model;
    private readonly bool _quantize;
    private readonly OnnxGraphBuilder _graph = new("use_lite");

    private UseLiteGraph(UseLiteModel model, bool quantize)
    {
        _model = model;
        _quantize = quantize;
    }

    /// <summary>With byte weights, where the loss is small, or with float weights everywhere.</summary>
    public static byte[] Write(UseLiteModel model, bool quantize) => new UseLiteGraph(model, quantize).Write();

    private byte[] Write()
    {
        var ids = _graph.Input("input_ids", OnnxElementType.Int32, 1, -1);
        var pooling = _graph.Input("pooling", OnnxElementType.Float, -2, -1);
        var sequence = AddLayer("layer0", _model.Layers[0], AddEmbedding(ids), pooling: null);
        var pooled = AddLayer("layer1", _model.Layers[1], sequence, pooling);
        var projected = AddFloatDense("projection", pooled, _model.Projection);
        _graph.Node("embedding", "Tanh", [projected]);
        _graph.Output("embedding", OnnxElementType.Float, 1, -2, UseLiteModel.Width);
        return _graph.Build();
    }

    private string AddEmbedding(string ids)
    {
        // The original graph adds the embedding to itself plus the timing signal.
        var table = Array.ConvertAll(_model.Embeddings, value => 2 * value);
        var rows = _quantize ? AddByteRows(ids, table) : _graph.Node(
            "rows", "Gather", [_graph.Constant("table", table, UseLiteModel.VocabularySize, Embedding), ids]);
        var length = _graph.Node("length", "Shape", [ids], OnnxAttribute.Of("start", 1L), OnnxAttribute.Of("end", 2L));
        var timing = _graph.Constant("timing_table", TimingSignal.Table(_model.TimingFrequencies), UseLiteModel.MaxTokens, Embedding);
        var start = _graph.Constant("start", [0L], 1);
        return _graph.Node("embedded", "Add", [rows, _graph.Node("timing", "Slice", [timing, start, length])]);
    }

    private string AddByteRows(string ids, float[] table)
    {
        var quantized = QuantizedMatrix.ByRow(table, Embedding);
        var bytes = _graph.Constant("table", quantized.Values, UseLiteModel.VocabularySize, Embedding);
        var scales = _graph.Constant("table_scales", quantized.Scales, UseLiteModel.VocabularySize, 1);
        var rows = _graph.Node(
            "byte_rows_as_float", "Cast", [_graph.Node("byte_rows", "Gather", [bytes, ids])], OnnxAttribute.Of("to", (long)OnnxElementType.Float));
        return _graph.Node("rows", "Mul", [rows, _graph.Node("row_scales", "Gather", [scales, ids])]);
    }

    /// <summary>The layer's output: per token, or for the last layer pooled over the tokens.</summary>
    private string AddLayer(string name, EncoderLayer layer, string input, string? pooling)
    {
        // Attention of the first layer, and every output projection, lose most by bytes and weigh little.
        var normed = AddNorm(name + "_attention_norm", input, layer.AttentionNorm);
        var qkv = pooling is not null
            ? AddDense(name + "_qkv", normed, layer.QueryKeyValue)
            : AddFloatDense(name + "_qkv", normed, layer.QueryKeyValue);
        var context = AddAttention(name, qkv, layer.AttentionOutput.Inputs);
        var projected = AddFloatDense(name + "_attention_output", context, layer.AttentionOutput);
        var residual = layer.Residual is { } lift ? AddFloatDense(name + "_residual", input, lift) : input;
        var attended = _graph.Node(name + "_attended", "Add", [residual, projected]);
        var inner = AddDense(name + "_inner", AddNorm(name + "_inner_norm", attended, layer.FeedForwardNorm), layer.Inner);
        var rectified = _graph.Node(name + "_rectified", "Relu", [inner]);
        if (pooling is not null)
        {
            // The outer product is linear, so tokens may be pooled before it: a row or two instead of all.
            rectified = _graph.Node(name + "_pooled_rectified", "MatMul", [pooling, rectified]);
            attended = _graph.Node(name + "_pooled_attended", "MatMul", [pooling, attended]);
        }

        return _graph.Node(name, "Add", [attended, AddDense(name + "_outer", rectified, layer.Outer)]);
    }

    private string AddAttention(string name, string qkv, int width)
    {
        var axis = _graph.Constant(name + "_axis", [2L], 1);
        string Part(string part, long index) => _graph.Node($"{name}_{part}", "Slice",
        [
            qkv,
            _graph.Constant($"{name}_{part}_start", [index * width], 1),
            _graph.Constant($"{name}_{part}_end", [(index + 1) * width], 1),
            axis,
        ]);
        // The operator's own default scale is the original's: one over the root of the head's width.
        return _graph.Node(
            name + "_context",
            OnnxGraphBuilder.MicrosoftDomain,
            "MultiHeadAttention",
            [Part("query", 0), Part("key", 1), Part("value", 2)],
            OnnxAttribute.Of("num_heads", UseLiteModel.Heads));
    }

    private string AddNorm(string name, string input, LayerNorm norm) => _graph.Node(
        name,
        "LayerNormalization",
        [
            input,
            _graph.Constant(name + "_scale", norm.Scale, norm.Scale.Length),
            _graph.Constant(name + "_shift", norm.Shift, norm.Shift.Length),
        ],
        OnnxAttribute.Of("axis", -1L),
        OnnxAttribute.Of("epsilon", 1e-6f));

    private string AddDense(string name, string input, DenseLayer layer)
    {
        if (!_quantize)
        {
            return AddFloatDense(name, input, layer);
        }

        var quantized = QuantizedMatrix.ByColumn(layer);
        return _graph.Node(
            name,
            OnnxGraphBuilder.MicrosoftDomain,
            "DynamicQuantizeMatMul",
            [
                input,
                _graph.Constant(name + "_weights", quantized.Values, layer.Inputs, layer.Outputs),
                _graph.Constant(name + "_scales", quantized.Scales, layer.Outputs),
                "",
                _graph.Constant(name + "_bias", layer.Bias, layer.Outputs),
            ]);
    }

    private string AddFloatDense(string name, string input, DenseLayer layer)
    {
        var weights = _graph.Constant(name + "_weights", layer.Weights, layer.Inputs, layer.Outputs);
        var product = _graph.Node(name + "_product", "MatMul", [input, weights]);
        return _graph.Node(name, "Add", [product, _graph.Constant(name + "_bias", layer.Bias, layer.Outputs)]);
    }
}
