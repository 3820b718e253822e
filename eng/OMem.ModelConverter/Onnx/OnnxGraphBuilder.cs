using System.Runtime.InteropServices;

namespace OMem.ModelConverter.Onnx;

/// <summary>
/// Builds an ONNX model: inputs, constants, nodes in running order, outputs. Field numbers are those of onnx.proto
/// (ONNX 1.16, IR version 9). A negative dimension is free, and named by its number.
/// </summary>
internal sealed class OnnxGraphBuilder(string name)
{
    public const string StandardDomain = "";
    public const string MicrosoftDomain = "com.microsoft";
    private const int IrVersion = 9;
    private const int StandardOpset = 17;
    private readonly List<ProtobufWriter> _nodes = [];
    private readonly List<ProtobufWriter> _constants = [];
    private readonly List<ProtobufWriter> _inputs = [];
    private readonly List<ProtobufWriter> _outputs = [];

    public string Input(string input, OnnxElementType type, params long[] dimensions)
    {
        _inputs.Add(ValueInfo(input, type, dimensions));
        return input;
    }

    public void Output(string output, OnnxElementType type, params long[] dimensions) =>
        _outputs.Add(ValueInfo(output, type, dimensions));

    public string Constant(string constant, ReadOnlySpan<float> values, params long[] dimensions) =>
        Constant(constant, OnnxElementType.Float, MemoryMarshal.AsBytes(values), dimensions);

    public string Constant(string constant, ReadOnlySpan<long> values, params long[] dimensions) =>
        Constant(constant, OnnxElementType.Int64, MemoryMarshal.AsBytes(values), dimensions);

    public string Constant(string constant, ReadOnlySpan<sbyte> values, params long[] dimensions) =>
        Constant(constant, OnnxElementType.Int8, MemoryMarshal.AsBytes(values), dimensions);

    public string Constant(string constant, ReadOnlySpan<byte> values, params long[] dimensions) =>
        Constant(constant, OnnxElementType.UInt8, values, dimensions);

    /// <summary>Adds a node with one output, which has the node's name and is returned.</summary>
    public string Node(string output, string operation, string[] inputs, params OnnxAttribute[] attributes) =>
        Node(output, StandardDomain, operation, inputs, attributes);

    public string Node(string output, string domain, string operation, string[] inputs, params OnnxAttribute[] attributes)
    {
        var proto = new ProtobufWriter();
        foreach (var input in inputs)
        {
            proto.String(1, input);
        }

        proto.String(2, output);
        proto.String(3, output);
        proto.String(4, operation);
        foreach (var attribute in attributes)
        {
            proto.Message(5, attribute.Write());
        }

        proto.String(7, domain);
        _nodes.Add(proto);
        return output;
    }


    public byte[] Build()
    {
        var graph = new ProtobufWriter();
        WriteAll(graph, 1, _nodes);
        graph.String(2, name);
        WriteAll(graph, 5, _constants);
        WriteAll(graph, 11, _inputs);
        WriteAll(graph, 12, _outputs);
        var model = new ProtobufWriter();
        model.Int64(1, IrVersion);
        model.String(2, "OMem.ModelConverter");
        model.Message(7, graph);
        model.Message(8, OperatorSet(StandardDomain, StandardOpset));
        model.Message(8, OperatorSet(MicrosoftDomain, 1));
        return model.ToArray();
    }

    private string Constant(string constant, OnnxElementType type, ReadOnlySpan<byte> values, long[] dimensions)
    {
        var proto = new ProtobufWriter();
        foreach (var dimension in dimensions)
        {
            proto.Int64(1, dimension);
        }

        proto.Int64(2, (int)type);
        proto.String(8, constant);
        proto.Raw(9, values);
        _constants.Add(proto);
        return constant;
    }

    private static ProtobufWriter ValueInfo(string name, OnnxElementType type, long[] dimensions)
    {
        var shape = new ProtobufWriter();
        foreach (var dimension in dimensions)
        {
            var proto = new ProtobufWriter();
            if (dimension < 0)
            {
                proto.String(2, FormattableString.Invariant($"d{-dimension}"));
            }
            else
            {
                proto.Int64(1, dimension);
            }

            shape.Message(1, proto);
        }

        var tensor = new ProtobufWriter();
        tensor.Int64(1, (int)type);
        tensor.Message(2, shape);
        var typeProto = new ProtobufWriter();
        typeProto.Message(1, tensor);
        var info = new ProtobufWriter();
        info.String(1, name);
        info.Message(2, typeProto);
        return info;
    }

    private static ProtobufWriter OperatorSet(string domain, int version)
    {
        var proto = new ProtobufWriter();
        proto.String(1, domain);
        proto.Int64(2, version);
        return proto;
    }

    private static void WriteAll(ProtobufWriter target, int field, List<ProtobufWriter> messages)
    {
        foreach (var message in messages)
        {
            target.Message(field, message);
        }
    }
}
