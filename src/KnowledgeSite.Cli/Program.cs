using KnowledgeSite.Cli;

return await CommandLine.RunAsync(args, CommandConsole.Create());
