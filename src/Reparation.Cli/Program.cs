using System.Text;
using Reparation.Cli;

// Sans marque d'ordre des octets : la sortie JSON doit se lire telle quelle par un autre programme.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return Programme.Executer(args, Console.Out, Console.Error, TimeProvider.System);
