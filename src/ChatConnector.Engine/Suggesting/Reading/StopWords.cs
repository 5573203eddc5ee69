using System.Collections.Frozen;

namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>Words that say nothing about what an ask is about. Data: add a word, nothing else changes.</summary>
public static class StopWords
{
    public static readonly FrozenSet<string> English =
        """
        a about above across actually after again against ago all almost already also although always am an and another any anybody anyone anything anyway are aren around as
        at away be because been before being below best better between both bit but by call called came can cannot cause come could couldn couple
        did didn do does doesn doing don done down during each either else end enough especially etc even ever every everybody everyone everything
        far few figure find fine first folks for found from further get gets getting give given gives go goes going gone got great
        guess guys had has hasn have haven having he hello help helped helpful her here hers hey hi him his hope how however i idea if in instead into is isn it its itself
        just keep kind know knowing known knows last least less let like likely little ll look looking lot made make makes making many may maybe me mean might mine more
        most much must my myself near need needed needs never new next no nobody none nor not nothing now of off often oh ok okay old on once one only onto or other others
        our out over own part people per perhaps please point possible probably problem put question quick quite rather re really right
        said same saw say see seem seems seen several shall she should shouldn show similar simple since so some somebody somehow someone something sometimes somewhere soon sorry still stuck such
        sure take tell than thank thanks that the their them then there these they thing things think this those though through thus tips to today together told tomorrow too toward
        tried try trying two under understand until up upon us use used useful using usually ve very via want wanted was wasn way we well were weren what whatever when where
        whether which while who whoever whole whom whose why will wish with within without won wonder wondering work worked working works would wouldn yes yesterday yet you your yours yourself
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
