using OMem.Encryption;

namespace OMem.Tests.Encryption;

public sealed class KeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("omem-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Add_NewFile_IsReadableByItsOwnerOnly()
    {
        var ids = KeyFile.Add(Path);

        ids.ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        using var keys = KeyFile.Read(Path);
        keys.KeyIds.ShouldBe(ids);
        Directory.GetFiles(_folder).ShouldBe([Path]);
    }

    [Fact]
    public void Add_KnownFile_PutsTheFreshKeyFirst()
    {
        var first = KeyFile.Add(Path)[0];

        var ids = KeyFile.Add(Path);

        ids.Count.ShouldBe(2);
        ids[1].ShouldBe(first);
        using var keys = KeyFile.Read(Path);
        keys.KeyIds.ShouldBe(ids);
    }

    [Fact]
    public void Read_CommentsAndEmptyLines_ArePassedOver()
    {
        Write($"# newest\n\n{MasterKeys.NewKey()}\r\n  {MasterKeys.NewKey()}  \n");

        using var keys = KeyFile.Read(Path);

        keys.KeyIds.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("garbage\n")]
    [InlineData("c2hvcnQ=\n")]
    public void Read_NoKeys_SaysWhatAKeyIs(string content)
    {
        Write(content);

        var fault = Should.Throw<EncryptionException>(() => KeyFile.Read(Path));

        fault.Fault.ShouldBe(EncryptionFault.InvalidKey);
        fault.Message.ShouldContain(Path);
        fault.Message.ShouldContain("omem key new");
    }

    [Fact]
    public void Add_NoKeyFile_IsRefusedAndLeftAsItIs()
    {
        Write("garbage\n");

        Should.Throw<EncryptionException>(() => KeyFile.Add(Path));

        File.ReadAllText(Path).ShouldBe("garbage\n");
    }

    [Fact]
    public void Read_MissingOrTooLarge_IsRefused()
    {
        Should.Throw<EncryptionException>(() => KeyFile.Read(Path)).Message.ShouldContain("is not there");
        Write(new string('#', 100_000));
        Should.Throw<EncryptionException>(() => KeyFile.Read(Path)).Message.ShouldContain("100000 bytes");
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void Read_FileOthersMayUse_IsRefusedWithWhatToDo(UnixFileMode others)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        KeyFile.Add(Path);
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);

        Should.Throw<EncryptionException>(() => KeyFile.Read(Path)).Message.ShouldContain("chmod 600");
    }

    private void Write(string content)
    {
        File.WriteAllText(Path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
