using System.Globalization;
using OMem.Sqlite.Stress;

return args switch
{
    ["append", var file, var process, var messages, var seed, var allowed, .. var first] =>
        await new AppendCommand(file, process, Number(messages), Number(seed)).RunAsync([.. first.Select(Number)], Number(allowed)),
    ["work", var file, var owner] => await WorkCommand.RunAsync(file, owner),
    ["hold", var file, var owner] => await WorkCommand.HoldAsync(file, owner),
    ["storm", var processes, var writers, var messages, var kills, var seed] =>
        await StormCommand.RunAsync(new StormPlan(Number(processes), Number(writers), Number(messages), Number(kills), Number(seed))),
    ["rulings", var kills, var seed] => await RulingStorm.RunAsync(Number(kills), Number(seed)),
    ["rule", var file, var seed] => await RulingChild.RunAsync(file, Number(seed)),
    ["erase", var kills, var seed] => await EraseStorm.RunAsync(Number(kills), Number(seed)),
    ["erase-child", var file, var seed] => await EraseChild.RunAsync(file, Number(seed)),
    ["rotate", var kills, var seed] => await RotateStorm.RunAsync(Number(kills), Number(seed)),
    ["rotating", var file, var first, var second, var seed] => await RotateChild.RunAsync(file, first, second, Number(seed)),
    ["seal", var file, var key, var process, var scopes] => await SealChild.RunAsync(file, key, process, Number(scopes)),
    ["open", var file] => await EraseChild.OpenAsync(file),
    ["read", var file] => await ReadCommand.RunAsync(file),
    ["erase-scopes", var file, .. var users] => await EraseScopesCommand.RunAsync(file, users),
    ["measure", var rows] => await MeasureCommand.RunAsync(Number(rows)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("""
        storm PROCESSES WRITERS MESSAGES KILLS SEED   kill -9 writers of one file at random moments, and look for what was lost
        rulings KILLS SEED                            kill -9 a process that corrects, retracts, forgets, erases and undoes, and look for what was left half done
        erase KILLS SEED                              kill -9 a process inside its writing and erasing, and look for what was left half done or half erased
        rotate KILLS SEED                             kill -9 a process that rotates the master key, writes and erases, and look for what does not open
        measure ROWS                                  throughput of appends, time to open a scope and to read its head
        append FILE PROCESS MESSAGES SEED ALLOWED FIRST...
                                                      (child) append messages and print what was acknowledged: one writer for each FIRST
        rule FILE SEED                                (child) correct, retract, forget, erase, undo and say as chance has it, and print where the memory stands
        erase-child FILE SEED                         (child) write and erase as chance has it, and print where the store stands
        rotating FILE KEY KEY SEED                    (child) rotate between two keys, write and erase as chance has it
        seal FILE KEY PROCESS SCOPES                  (child) wait for a line, then write to each of so many scopes of a sealed store
        open FILE                                     (child) open the store and wait to be killed
        read FILE | erase-scopes FILE USER...         (child) hold a read transaction and wait | erase scopes one after the other
        work FILE OWNER | hold FILE OWNER             (child) work off the outbox | lease work and wait to be killed
        """);
    return 2;
}
