using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OMem.Architecture.Tests.Sql;

/// <summary>Source files as the compiler understands them, and every place where a text is handed to SQLite.</summary>
internal sealed class SqlSources
{
    /// <summary>The methods of a session that take the text of a statement.</summary>
    private static readonly string[] Doors = ["Prepare", "Execute", "Scalar", "Texts"];

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private readonly CSharpCompilation _compilation;
    private readonly (ExpressionSyntax Node, IMethodSymbol Method)[] _calls;
    private readonly HashSet<ISymbol> _assigned;
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    private SqlSources(IEnumerable<(string Path, string Text)> files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create(
            "sources",
            [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path)), CSharpSyntaxTree.ParseText(Usings, options)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _calls = [.. Nodes<ExpressionSyntax>().Where(static node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
            .Select(node => (node, Called(node)!)).Where(static call => call.Item2 is not null)];
        _assigned = Nodes<AssignmentExpressionSyntax>().Select(set => Model(set).GetSymbolInfo(set.Left).Symbol).OfType<ISymbol>().ToHashSet(SymbolEqualityComparer.Default);
    }

    /// <summary>The sources of a folder.</summary>
    public static SqlSources OfFolder(string folder) =>
        new(Repository.SourceFiles(folder).Select(static path => (Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllText(path))));

    /// <summary>One source, for the tests of this class.</summary>
    public static SqlSources OfText(string text) => new([("text.cs", text)]);

    /// <summary>How many places hand a text to SQLite.</summary>
    public int Places => Texts().Count();

    /// <summary>Places whose text is not known when the program is compiled: file, method and text.</summary>
    public IReadOnlyList<(string File, string Method, string Text)> NotConstant() =>
    [
        .. Texts().Where(text => !IsConstant(text)).Select(static text =>
            (text.SyntaxTree.FilePath, text.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault()?.Identifier.Text ?? "", text.ToString())),
    ];

    /// <summary>Files that name one of the words as an identifier.</summary>
    public IEnumerable<string> FilesThatName(params string[] words) => _compilation.SyntaxTrees
        .Where(tree => tree.GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && words.Any(word => token.Text.StartsWith(word, StringComparison.Ordinal))))
        .Select(static tree => tree.FilePath);

    private IEnumerable<ExpressionSyntax> Texts() =>
        from call in _calls
        where IsDoor(call.Method) && !IsInside(call.Node)
        select Argument(call.Node, call.Method.Parameters.First(static parameter => parameter.Type.SpecialType is SpecialType.System_String)) into text
        where text is not null
        select text;

    /// <summary>Where one door leads to another, the text is that of who came through the first.</summary>
    private bool IsInside(ExpressionSyntax node) =>
        node.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault() is { } method && Model(node).GetDeclaredSymbol(method) is { } symbol && IsDoor(symbol);

    private static bool IsDoor(IMethodSymbol method) =>
        (method.ContainingType.Name is "SqliteSession" && Doors.Contains(method.Name) && method.Parameters.Any(static parameter => parameter.Type.SpecialType is SpecialType.System_String))
        || (method.ContainingType.Name is "Statement" && method.MethodKind is MethodKind.Constructor);

    private bool IsConstant(ExpressionSyntax text)
    {
        if (Model(text).GetConstantValue(text).HasValue)
        {
            return true;
        }

        return text switch
        {
            ParenthesizedExpressionSyntax inner => IsConstant(inner.Expression),
            ConditionalExpressionSyntax choice => IsConstant(choice.WhenTrue) && IsConstant(choice.WhenFalse),
            SwitchExpressionSyntax choice => choice.Arms.All(arm => IsConstant(arm.Expression)),
            ImplicitArrayCreationExpressionSyntax list => list.Initializer.Expressions.All(IsConstant),
            ArrayCreationExpressionSyntax { Initializer: { } list } => list.Expressions.All(IsConstant),
            CollectionExpressionSyntax list => list.Elements.All(element => element is ExpressionElementSyntax one && IsConstant(one.Expression)),
            IdentifierNameSyntax or MemberAccessExpressionSyntax => Model(text).GetSymbolInfo(text).Symbol is { } named && IsConstant(named),
            _ => false,
        };
    }

    /// <summary>Whether a name stands for constants alone: a parameter by all its callers, a local or a field by its one value.</summary>
    private bool IsConstant(ISymbol symbol)
    {
        // A text that is handed on in a circle is as constant as what comes in from outside.
        if (!_open.Add(symbol))
        {
            return true;
        }

        try
        {
            return symbol switch
            {
                IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => Given(method, parameter).ToList() is var given && (given.Count > 0 || method.DeclaredAccessibility is Accessibility.Private) && given.TrueForAll(IsConstant),
                IPropertySymbol { IsReadOnly: false } property when OfRecord(property) is { } parameter => IsConstant(parameter),
                ILocalSymbol or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { IsReadOnly: true } => Value(symbol) is { } value && IsConstant(value),
                _ => false,
            };
        }
        finally
        {
            _open.Remove(symbol);
        }
    }

    /// <summary>What the callers of a method give for a parameter.</summary>
    private IEnumerable<ExpressionSyntax> Given(IMethodSymbol method, IParameterSymbol parameter) => _calls
        .Where(call => SymbolEqualityComparer.Default.Equals(call.Method.OriginalDefinition, method.OriginalDefinition))
        .Select(call => Argument(call.Node, parameter)).OfType<ExpressionSyntax>();

    private static ExpressionSyntax? Argument(ExpressionSyntax call, IParameterSymbol parameter)
    {
        var arguments = (call as InvocationExpressionSyntax)?.ArgumentList ?? (call as BaseObjectCreationExpressionSyntax)?.ArgumentList;
        var named = arguments?.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.Text == parameter.Name);
        return (named ?? arguments?.Arguments.ElementAtOrDefault(parameter.Ordinal))?.Expression;
    }

    private static IParameterSymbol? OfRecord(IPropertySymbol property) => property.ContainingType.InstanceConstructors
        .SelectMany(static constructor => constructor.Parameters)
        .FirstOrDefault(parameter => parameter.DeclaringSyntaxReferences.FirstOrDefault() is { } declared && declared == property.DeclaringSyntaxReferences.FirstOrDefault()
            || (property.ContainingType.IsRecord && parameter.Name == property.Name));

    /// <summary>The one value of a name; null when it may have others.</summary>
    private ExpressionSyntax? Value(ISymbol symbol)
    {
        if (_assigned.Contains(symbol))
        {
            return null;
        }

        return symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer: { } set } => set.Value,
            PropertyDeclarationSyntax { Initializer: { } set } => set.Value,
            ForEachStatementSyntax each => each.Expression,
            _ => null,
        };
    }

    private IMethodSymbol? Called(ExpressionSyntax node) =>
        Model(node).GetSymbolInfo(node) is var info ? (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) as IMethodSymbol : null;

    private IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => _compilation.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<T>());

    private SemanticModel Model(SyntaxNode node) => _compilation.GetSemanticModel(node.SyntaxTree);
}
