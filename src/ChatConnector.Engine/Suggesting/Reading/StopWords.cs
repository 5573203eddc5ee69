using System.Collections.Frozen;

namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>Words that say nothing about what an ask is about. Data: add a word, nothing else changes.</summary>
public static class StopWords
{
    public static readonly FrozenSet<string> English = Set(
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
        """);

    public static readonly FrozenSet<string> German = Set(
        """
        aber alle allem allen aller alles als also am an ander andere anderen anderer anderes anders auch auf aus außer bald bei beim bekannt beispiel bereits besser bin bis bisher bist bitte brauche brauchen braucht
        da dabei dadurch dafür dagegen daher damit danach danke dann daran darauf daraus darf darin darüber darum das dass davon dazu dein deine deinem deinen deiner dem den denen denn dennoch der deren des deshalb dessen dich die dies
        diese diesem diesen dieser dieses dir doch dort du durch dürfen eben eher eigentlich ein eine einem einen einer eines einfach einige einigen einmal erst erste ersten es etwa etwas euch euer eure euren
        falls fast finde finden frage fragen für ganz gar geben genau gerade gern gerne gehen geht gemacht genug gestern gibt ging gleich gut gute guten hab habe haben habt hallo hast hat hatte hatten hättest hätte helfen heute hier hilfe hilft hin
        ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in ins irgend irgendwas irgendwie irgendjemand ist ja jede jedem jeden jeder jedes jedoch jemand jemandem jemanden jetzt kann kannst kaum kein keine keinem keinen keiner kennt kennen
        kleine können könnt könnte könnten konnte leider lieber liebe machen macht mal man manche mehr mein meine meinem meinen meiner meines mich mir mit möchte möchten möglich morgen moin muss müssen musste nach nachdem neu neue neuen neuer nein nicht nichts
        nie niemand noch nochmal nun nur ob obwohl oder oft ohne per schon sehr sei seid sein seine seinem seinen seiner seit selber selbst sich sie sind so sobald sofort solche soll sollen sollte sollten somit sondern sonst
        soweit sowie stehe steht suche suchen sucht tun über um und uns unser unsere unserem unseren unserer unter viel viele vielen vielleicht vom von vor wann war waren warum was weg wegen weil weiß weitere weiteren welche welchem
        welchen welcher welches wem wen wenig wenn wer werde werden wie wieder wieso will wir wird wirklich wissen wo wobei woher wohin wollen womit wozu wurde wurden würde würden zeigen zu zum zur zurzeit zwar zwei zwischen
        """);

    /// <summary>English ones that tools, teams and countries are called as well, written as those are.</summary>
    public static readonly FrozenSet<string> EnglishNames = Words("Call Go go Help Keep Make make Next Now People Work Works BE CAN IDEA IT MEAN US WHO").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What stands before a name that somebody needs help with.</summary>
    public static readonly FrozenSet<string> BeforeEnglishNames = Set("about at for in know knows my on our use using with");

    /// <summary>What follows a name, and never what somebody is told to do.</summary>
    public static readonly FrozenSet<string> AfterEnglishNames = Set("can cannot couldn did didn does doesn had has hasn is isn was wasn will won would");

    /// <summary>What stands between two names.</summary>
    public static readonly FrozenSet<string> BetweenEnglishNames = Set("and or");

    private static FrozenSet<string> Set(string words) => Words(words).Select(Letters.Plain).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Words(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
