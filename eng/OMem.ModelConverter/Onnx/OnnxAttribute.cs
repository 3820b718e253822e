namespace OMem.ModelConverter.Onnx;

/// <summary>An attribute of a node: an integer, a number or a list of integers.</summary>
internal readonly struct OnnxAttribute
{
    private const int FloatType = 1;
    private const int IntType = 2;
    private const int IntsType = 7;
    private readonly string _name;
    private readonly object _value;

    private OnnxAttribute(string name, object value)
    {
        _name = name;
        _value = value;
    }

    public static OnnxAttribute Of(string name, long value) => new(name, value);

    public static OnnxAttribute Of(string name, float value) => new(name, value);

    public static OnnxAttribute Of(string name, long[] values) => new(name, values);

    internal ProtobufWriter Write()
    {
        var proto = new ProtobufWriter();
        proto.String(1, _name);
        switch (_value)
        {
            case float number:
                proto.Single(2, number);
                proto.Int64(20, FloatType);
                break;
            case long integer:
                proto.Int64(3, integer);
                proto.Int64(20, IntType);
                break;
            case long[] list:
                foreach (var item in list)
                {
                    proto.Int64(8, item);
                }

                proto.Int64(20, IntsType);
                break;
        }

        return proto;
    }
}
