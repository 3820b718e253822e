namespace OMem.ModelConverter.Onnx;

/// <summary>Element types, with the numbers of <c>TensorProto.DataType</c>.</summary>
internal enum OnnxElementType
{
    Float = 1,
    UInt8 = 2,
    Int8 = 3,
    Int32 = 6,
    Int64 = 7,
}
