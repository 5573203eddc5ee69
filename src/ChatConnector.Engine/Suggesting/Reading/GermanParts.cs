using System.Collections.Frozen;

namespace ChatConnector.Engine.Suggesting.Reading;

/// <summary>
/// What German compounds of working life are made of. Data: add a word, nothing else changes. Provenance: written down for this
/// project from what offices, workshops and software teams talk about; taken from no dictionary.
/// </summary>
internal static class GermanParts
{
    public static readonly FrozenSet<string> Words = Set(
        """
        abfahrt abfrage ablage ablauf abmahnung abnahme abo abrechnung abschluss abschreibung absicherung absprache abstimmung abteilung abwesenheit abzug adresse agentur akte
        aktie aktion altersvorsorge amt analyse anbieter anfrage angebot angestellte anhang ankunft anlage anlass anleitung anmeldung annahme anordnung anpassung anschluss ansicht
        ansprechpartner antrag antwort anweisung anwendung anzeige api app arbeit arbeiter arbeitgeber arbeitnehmer archiv archivierung artikel assistent assistenz audio aufbau
        aufgabe auflösung aufnahme auftrag aufwand ausbildung ausfall ausgabe ausgleich auskunft ausland ausrüstung ausschreibung ausstattung austausch auswahl ausweis auswertung
        auto automatisierung backup bahn band bank bau baustein bearbeitung bedarf bedienung bedingung befragung befugnis befund begehung behandlung behörde beitrag beleg
        benachrichtigung benutzer benutzung berater beratung berechnung berechtigung bereich bereitstellung bericht beruf beschaffung bescheid bescheinigung beschreibung
        beschwerde besprechung bestand bestellung bestätigung besuch betrag betreuung betrieb betriebsrat bewerber bewerbung bewertung bezahlung bezeichnung beziehung bibliothek
        bilanz bild bildschirm bildung blatt blog bogen bonus branche brief browser brücke buch buchhaltung buchung budget bus bühne büro cache center chat checkliste chef cloud
        cluster code computer container controlling dach datei daten datenbank datensatz datenschutz dauer debitor demo deployment design desktop deutsch diagnose diagramm dialog
        dienst dienstleister dienstleistung dienstwagen diskussion disposition dokument dokumentation domain druck drucker durchführung ebene eigenschaft einarbeitung einführung
        eingabe einkauf einladung einrichtung einsatz einspruch einstellung einwilligung elektrik elektronik eltern elternzeit email empfang empfehlung energie englisch entgelt
        entscheidung entsorgung entwickler entwicklung entwurf ereignis erfahrung erfassung ergebnis erhöhung erinnerung erklärung erlaubnis erstattung erstellung etage event
        experte export fabrik fach fahrer fahrrad fahrt fahrzeug fall familie farbe feedback fehler feier feiertag feld fenster ferien fernwartung fertigung feuer film filter
        finanz finanzierung firma flotte flug fluss fläche folge forderung form format formular forschung fortbildung forum foto frage framework freigabe freistellung freund frist
        frontend funktion fähigkeit förderung führung führungskraft garantie garten gas gebiet gebäude gebühr gefahr gefährdung gefährte gehalt geld gemeinde genehmigung gericht
        gerät geschenk geschichte geschäft geschäftsführer geschäftsführung gesellschaft gesetz gespräch gesundheit gewerbe gewicht gewinn gleitzeit grafik grenze grund gruppe
        größe gut gutachten gutschein hafen halle handbuch handel handy hardware haus haushalt heizung helfer hersteller herstellung hilfe hinweis homeoffice hotel idee image
        immobilie import information infrastruktur ingenieur inhaber inhalt installation integration interface interview intranet inventar inventur investition jahr job jubiläum
        jugend kabel kalender kamera kampagne kanal kantine kapazität kapital karriere karte kasse katalog kauf kenntnis kennzahl kette kind kita klasse klausel klima klinik
        kollege kommentar kommission kommunikation kompetenz komponente konferenz konfiguration konflikt kongress kontakt konto kontrolle konzept konzern kopie korrektur kosten
        kraft kranken krankheit kredit kreditor kreis krise kultur kunde kunst kurs kurve küche kündigung labor laden lager land last lauf laufwerk layout leasing leben lehre
        lehrer leistung leiter leitfaden leitung lern lesung licht lieferant lieferkette lieferung limit linie link liste literatur lizenz lizenzierung log logik logistik lohn
        lösung mahnung mail marke marketing markt maschine material maß maßnahme medien medikament medizin mehrwert meister meldung mensch menü messe messung metall methode miete
        mietvertrag migration mikrofon minute mitarbeiter mitglied mittag mittel modell modul monat monitor monitoring montage motor musik muster mutterschutz möbel möglichkeit
        nachfolge nachfrage nachricht nachweis name nehmer netz netzteil netzwerk niveau norm notfall notiz nummer nutzer nutzung oberfläche objekt onboarding online operation
        ordner ordnung organisation paket palette papier parameter park parkplatz partei partner passwort patent patient pause person personal pflege pfleger pflicht plan planer
        planung platte plattform platz politik portal position post postfach praktikant praktikum praxis preis presse prinzip privat probe probezeit problem produkt produktion
        profil programm programmierung projekt protokoll provision prozess prämie präsentation prüfung publikum pumpe punkt qualität quartal quelle quittung quote rad rahmen
        rahmenvertrag rat raum recherche rechner rechnung recht regel regelung register regulierung reihe reinigung reise relation release rente reparatur repository reservierung
        ressource retoure revision richtlinie risiko rohstoff rolle runde rückgabe rückmeldung rücksprache rückstellung sache saison sammlung sanierung satz schaden schalter
        schaltung schein schema schicht schiff schlüssel schnitt schnittstelle schrift schritt schule schulung schutz schwerpunkt schüler seite sekretariat selbst seminar sendung
        serie server service sicherheit sicherung signatur sitzung skript software solar sommer sonder sonne spedition speicher spende sperre spesen spiel sport sprache sprecher
        sprint staat stadt stand standort stapler start statistik stelle steuer steuerberater steuerung stiftung stoff strategie straße strom struktur student studie studium
        stunde störung stück suche support system tabelle tafel tagung tarif tarifvertrag tastatur team technik technologie teil teilnehmer telefon telefonie termin test text
        thema theorie ticket tisch titel tool training transport treffen tür umbau umfang umfeld umfrage umgebung umsatz umsatzsteuer umstellung umwelt umzug unfall universität
        unterlage unternehmen unterricht unterschrift unterstützung untersuchung update upload urlaub ursache urteil variable veranstaltung verantwortung verarbeitung verband
        verbesserung verbindlichkeit verbindung verbot verbrauch verein vereinbarung verfahren verfügbarkeit vergabe vergleich vergütung verhalten verhandlung verhältnis verkauf
        verkehr verkäufer verlag verlängerung vermittlung vermögen verpackung verpflichtung versammlung versand verschlüsselung versicherung version versorgung vertrag vertreter
        vertretung vertrieb verwaltung verweis verzeichnis video virus visum vollmacht vorbereitung vorfall vorgabe vorgang vorgesetzte vorlage vorlesung vorschlag vorschrift
        vorsorge vorstand vorstellung vortrag wagen wahl wald wandel ware warnung wartung wasser web wechsel weg weihnachten weiterbildung werbung werk werkstatt werkzeug wert
        wettbewerb wetter widerspruch wiederherstellung wiki winter wirtschaft wissen wissenschaft woche wohnung workshop wunsch zahl zahlung zeichnung zeit zeiterfassung
        zeitschrift zeitung zentrale zentrum zertifikat zeugnis ziel zimmer zins zoll zone zugang zugriff zulage zulassung zulieferer zusammenfassung zuschlag zuschuss zustand
        zustellung zustimmung zuständigkeit zuweisung änderung übergabe überprüfung übersetzung übersicht überstunde übertragung überweisung übung
        """);

    // Shorter ones are no words of their own in a compound either way.
    public static readonly FrozenSet<string> Prefixes = Set(
        """
        aber allein auseinander außer dabei dagegen daher daneben davon davor dazu durch einander entgegen fehl fort gegen heim herab heran herauf heraus herbei herein hervor herum herunter hierzu hinauf hinaus hinein
        hinter hinunter hinzu innen miss nach neben nicht nieder ober offen quer rück sonst über überein umher unter vorab voran voraus vorbei vorher vorüber wahr weiter wider wieder zurück zusammen zuvor zwischen
        """);

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Letters.Plain).ToFrozenSet(StringComparer.Ordinal);
}
