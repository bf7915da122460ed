/** Why something failed, by the English of the core: `{}` is what it puts in, `{1}` and so on where that goes. */
export const coreReasonsDe: Readonly<Record<string, string>> = {
  'Only the desktop app can do this.': 'Das kann nur die App für den Rechner.',
  'Something went wrong inside Greenroom. The log in the data folder says what.':
    'In Greenroom ging etwas schief. Das Protokoll im Datenordner sagt, was.',
  'The input holds a field that is not known: this command takes none.':
    'Die Eingabe enthält ein unbekanntes Feld; hier wird keines erwartet.',
  'The input holds a field that is not known. Known are: {}.':
    'Die Eingabe enthält ein unbekanntes Feld. Bekannt sind: {1}.',
  'The demo has no conversation.': 'Die Vorführung hat kein Gespräch.',
  'There is no endpoint with this id.': 'Diesen Endpunkt gibt es nicht.',
  'The secret of this endpoint cannot be read here. Enter it again.':
    'Das Geheimnis dieses Endpunkts ist hier nicht zu lesen. Es erneut eingeben.',
  'Give a secret, a header or credentials.': 'Ein Geheimnis, eine Kopfzeile oder Zugangsdaten angeben.',
  'The secret of this endpoint cannot be read here. Enter it again together with the credentials.':
    'Das Geheimnis dieses Endpunkts ist hier nicht zu lesen. Es zusammen mit den Zugangsdaten erneut eingeben.',
  'This vendor is not known any more.': 'Dieser Anbieter ist nicht mehr bekannt.',
  'This endpoint has no secret yet, so nothing sent to it can be proved. Set one first.':
    'Dieser Endpunkt hat noch kein Geheimnis; nichts an ihn Gesendetes lässt sich nachweisen. Zuerst eines setzen.',
  'The sample was answered, but did not show up.':
    'Das Beispiel wurde beantwortet, ist aber nicht erschienen.',
  '{} answered {}. The delivery in the list says why.':
    '{1} antwortete {2}. Die Zustellung in der Liste sagt, warum.',
  'This endpoint is switched off. Switch it on first.':
    'Dieser Endpunkt ist ausgeschaltet. Ihn zuerst einschalten.',
  'There is no way in from the internet now.': 'Es gibt jetzt keinen Weg herein aus dem Internet.',
  'No answer came: {}.': 'Keine Antwort kam: {1}.',
  'An error stopped it; it is starting again.': 'Ein Fehler hielt ihn an; er startet neu.',
  'It ended with code {}.': 'Er endete mit dem Code {1}.',

  'This vendor has no API that Greenroom could ask.':
    'Dieser Anbieter hat keine API, die Greenroom fragen könnte.',
  'Enter the credentials of your account at this vendor first.':
    'Zuerst die Zugangsdaten des Kontos bei diesem Anbieter eingeben.',
  'The vendor says that its test was delivered, but it did not arrive here. Another program may answer at this address: try again, or choose another way in.':
    'Der Anbieter sagt, sein Test sei zugestellt; hier kam er nicht an. Vielleicht antwortet ein anderes Programm an dieser Adresse: erneut versuchen oder einen anderen Weg herein wählen.',
  'This account has no {} yet. Make one at the vendor first.':
    'In diesem Konto fehlt noch: {1}. Zuerst beim Anbieter anlegen.',
  'This account has several: choose the {} to connect.':
    'Dieses Konto hat mehrere. Auswählen, was verbunden wird: {1}.',
  'The vendor has no such registration any more, or it is one of ours.':
    'Der Anbieter hat diese Registrierung nicht mehr, oder sie ist eine von hier.',
  "The vendor's test got {} after {}. It is tried again; if that does not help, choose another way in.":
    'Der Test des Anbieters bekam {1} nach {2}. Es wird erneut versucht; hilft das nicht, einen anderen Weg herein wählen.',
  'The vendor took the registration, but does not list it as it was asked for. It is tried again.':
    'Der Anbieter nahm die Registrierung an, führt sie aber nicht wie verlangt. Es wird erneut versucht.',
  'There is nothing to choose at this vendor.': 'Bei diesem Anbieter gibt es nichts zu wählen.',
  'This vendor keeps no log that can be shown.':
    'Dieser Anbieter führt kein Protokoll, das sich zeigen lässt.',
  'The public address has changed. Paste the new one at the vendor, and send its test.':
    'Die öffentliche Adresse hat sich geändert. Die neue beim Anbieter einfügen und dessen Test senden.',

  'There is no {} with this id.': 'Das gibt es hier nicht: {1}.',
  'There is no session with this id.': 'Diese Sitzung gibt es nicht.',
  'There is no delivery with this id.': 'Diese Zustellung gibt es nicht.',
  'There is no event with this seq.': 'Dieses Ereignis gibt es nicht.',
  'The disk is full.': 'Die Platte ist voll.',
  'The data folder cannot be written to.': 'In den Datenordner kann nicht geschrieben werden.',
  'The data folder cannot be opened.': 'Der Datenordner lässt sich nicht öffnen.',
  'The disk reported an error.': 'Die Platte meldete einen Fehler.',
  'Another program has locked the store.': 'Ein anderes Programm hat den Speicher gesperrt.',
  'Nothing was stored. {}': 'Nichts wurde gespeichert. {1}',

  '{} is not installed on this computer. Get it from {}, then try again.':
    '{1} ist auf diesem Rechner nicht vorhanden. Von {2} holen und erneut versuchen.',
  '{} has ended.': '{1} hat sich beendet.',
  '{} gave no address in time.': '{1} nannte rechtzeitig keine Adresse.',
  'The attempt was given up.': 'Der Versuch wurde aufgegeben.',
  '{} could not be started: {}.': '{1} ließ sich nicht starten: {2}.',
  '{} ended without giving an address.': '{1} endete, ohne eine Adresse zu nennen.',
  'Cloudflare has had too many quick tunnels from here.': 'Cloudflare hatte von hier zu viele Tunnel.',
  'The tunnel server does not answer. Is this computer online?':
    'Der Tunnelserver antwortet nicht. Ist dieser Rechner online?',
  'The tunnel server cannot be reached. Is this computer online?':
    'Der Tunnelserver ist nicht erreichbar. Ist dieser Rechner online?',
  'The tunnel server took too long to open a tunnel.':
    'Der Tunnelserver brauchte zu lange, einen Tunnel zu öffnen.',
  'The tunnel broke while it was opened.': 'Der Tunnel brach beim Öffnen ab.',
  'The tunnel server has closed the tunnel.': 'Der Tunnelserver hat den Tunnel geschlossen.',
  'The tunnel server does not answer.': 'Der Tunnelserver antwortet nicht.',
  'The tunnel server has had too many tunnels from here.': 'Der Tunnelserver hatte von hier zu viele Tunnel.',
  'The tunnel server refuses a tunnel.': 'Der Tunnelserver lehnt einen Tunnel ab.',
  'The tunnel server answered {}.': 'Der Tunnelserver antwortete {1}.',
  "The tunnel's client failed: {}.": 'Die Gegenstelle des Tunnels versagte: {1}.',
  'Enter your ngrok authtoken under Connection first.':
    'Zuerst unter „Verbindung“ das Authtoken von ngrok eingeben.',
  'ngrok took too long to open a tunnel.': 'ngrok brauchte zu lange, einen Tunnel zu öffnen.',
  'ngrok does not accept the authtoken (ERR_NGROK_{}). Enter it again under Connection.':
    'ngrok nimmt das Authtoken nicht an (ERR_NGROK_{1}). Es unter „Verbindung“ erneut eingeben.',
  'This ngrok account has as many tunnels as it may have (ERR_NGROK_{}). Close another one.':
    'Dieses Konto bei ngrok hat so viele Tunnel, wie es haben darf (ERR_NGROK_{1}). Einen anderen schließen.',
  'ngrok refuses the tunnel (ERR_NGROK_{}).': 'ngrok lehnt den Tunnel ab (ERR_NGROK_{1}).',
  'ngrok cannot be reached: {}.': 'ngrok ist nicht erreichbar: {1}.',
  'No public address is set. Enter yours under Connection.':
    'Keine öffentliche Adresse ist gesetzt. Die eigene unter „Verbindung“ eingeben.',
  'Something else answers at the public address.': 'An der öffentlichen Adresse antwortet etwas anderes.',
  'The public address answers {} instead of leading here.':
    'Die öffentliche Adresse antwortet {1}, statt hierher zu führen.',
  'No answer.': 'Keine Antwort.',
  'The public address does not answer.': 'Die öffentliche Adresse antwortet nicht.',
  'The public address has no place on the internet now.':
    'Die öffentliche Adresse hat jetzt keinen Platz im Internet.',
  'The public address breaks the connection.': 'Die öffentliche Adresse bricht die Verbindung ab.',
  'The certificate of the public address is not right.':
    'Das Zertifikat der öffentlichen Adresse ist nicht richtig.',
  'The public address cannot be reached.': 'Die öffentliche Adresse ist nicht erreichbar.',
  'The tunnel server gave no usable address.': 'Der Tunnelserver nannte keine brauchbare Adresse.',
  'The public address is plain http: vendors accept only https, and secrets would travel in the clear. Choose another way in.':
    'Die öffentliche Adresse ist nur http: Anbieter nehmen nur https an, und Geheimnisse wären unterwegs zu lesen. Einen anderen Weg herein wählen.',
  'The tunnel was closed.': 'Der Tunnel wurde geschlossen.',
  'The tunnel took too long to open.': 'Der Tunnel brauchte zu lange zum Öffnen.',
  'The tunnel could not be opened{}.': 'Der Tunnel ließ sich nicht öffnen{1}.',
  'The try took too long.': 'Der Versuch dauerte zu lange.',
  'This computer was asleep.': 'Dieser Rechner hat geschlafen.',
  'The last proof is too old.': 'Der letzte Nachweis ist zu alt.',
  'Not proved yet.': 'Noch nicht nachgewiesen.',
  'The way in was changed.': 'Der Weg herein wurde geändert.',
  'The tunnel server was asked too often. The next try comes after a pause.':
    'Der Tunnelserver wurde zu oft gefragt. Der nächste Versuch kommt nach einer Pause.',
  'Tailscale does not allow Funnel on this computer yet. Allow it at {}, then try again.':
    'Tailscale erlaubt Funnel auf diesem Rechner noch nicht. Es unter {1} erlauben und erneut versuchen.',
  'Tailscale lets only its operator open a Funnel. Run once: sudo tailscale set --operator=$USER':
    'Tailscale lässt nur seinen Operator einen Funnel öffnen. Einmal ausführen: sudo tailscale set --operator=$USER',
  'Tailscale is not running or not logged in on this computer.':
    'Tailscale läuft auf diesem Rechner nicht oder ist nicht angemeldet.',
  'Greenroom was started with --tunnel off. Start it without that, or with another tunnel.':
    'Greenroom wurde mit --tunnel off gestartet. Ohne das oder mit einem anderen Tunnel starten.',
  'No way in from the internet is chosen. Choose one under Connection.':
    'Kein Weg herein aus dem Internet ist gewählt. Unter „Verbindung“ einen wählen.',
  'The way in from the internet could not be opened yet. Greenroom keeps trying.':
    'Der Weg herein aus dem Internet ließ sich noch nicht öffnen. Greenroom versucht es weiter.',

  'The credentials for {} hold signs that no key has, such as a line break. Enter them again.':
    'Die Zugangsdaten für {1} enthalten Zeichen, die kein Schlüssel hat, etwa einen Umbruch. Sie erneut eingeben.',
  "The address of {}'s API must be https: the credentials travel there.":
    'Die Adresse der API von {1} muss https sein: Die Zugangsdaten gehen dorthin.',
  '{} did not answer in time.': '{1} antwortete nicht rechtzeitig.',
  '{} cannot be reached: {}.': '{1} ist nicht erreichbar: {2}.',
  '{} answered with something that is not of its API{}. Is the address of the API right?':
    '{1} antwortete mit etwas, das nicht aus der API ist{2}. Stimmt die Adresse der API?',
  '{} does not accept this{}. Check what was entered.':
    '{1} nimmt das nicht an{2}. Prüfen, was eingegeben wurde.',
  '{} does not accept the credentials. Enter them again.':
    '{1} nimmt die Zugangsdaten nicht an. Sie erneut eingeben.',
  '{} does not allow this account to do that{}. Check its plan and its permissions.':
    '{1} erlaubt diesem Konto das nicht{2}. Den Tarif und die Rechte prüfen.',
  '{} does not know this{}. It may have been removed there.':
    '{1} kennt das nicht{2}. Vielleicht wurde es dort entfernt.',
  '{} has something that stands against it{}. Look there, then try again.':
    'Bei {1} steht etwas dagegen{2}. Dort nachsehen und erneut versuchen.',
  '{} was asked too often. Greenroom tries again by itself.':
    '{1} wurde zu oft gefragt. Greenroom versucht es von selbst erneut.',
  '{} has a fault of its own ({}). Greenroom tries again by itself.':
    '{1} hat selbst einen Fehler ({2}). Greenroom versucht es von selbst erneut.',
  '{} answered {}{}. Is the address of the API right?': '{1} antwortete {2}{3}. Stimmt die Adresse der API?',
  'bitHuman needs the API secret of your account. Enter it first.':
    'bitHuman braucht das API-Geheimnis des Kontos. Es zuerst eingeben.',
  'bitHuman does not accept this API secret. Enter it again.':
    'bitHuman nimmt dieses API-Geheimnis nicht an. Es erneut eingeben.',
  'The bearer token has ended, or UNITH does not accept it. Paste a new one, or enter e-mail and secret key.':
    'Das Bearer-Token ist abgelaufen, oder UNITH nimmt es nicht an. Ein neues einfügen oder E-Mail-Adresse und geheimen Schlüssel eingeben.',
  'UNITH has no event "{}". It has {}.': 'UNITH hat kein Ereignis „{1}“. Es gibt {2}.',
  'UNITH did not tell whose account this is. Is the address of the API right?':
    'UNITH sagte nicht, wessen Konto das ist. Stimmt die Adresse der API?',
  'Choose the digital human to connect first.': 'Zuerst den digitalen Menschen wählen, der verbunden wird.',
  'This account has no digital human with the id that was entered. Choose one from the list.':
    'Dieses Konto hat keinen digitalen Menschen mit dieser Kennung. Einen aus der Liste wählen.',
  'UNITH did not switch the events of this digital human on.':
    'UNITH hat die Ereignisse dieses digitalen Menschen nicht eingeschaltet.',
  'This is not a bearer token: it holds a character that none can. Paste it again.':
    'Das ist kein Bearer-Token: Es enthält ein Zeichen, das keines haben kann. Es erneut einfügen.',
  'UNITH needs e-mail and secret key, or a bearer token. Enter them first.':
    'UNITH braucht E-Mail-Adresse und geheimen Schlüssel oder ein Bearer-Token. Zuerst eingeben.',
  'UNITH does not accept this e-mail and secret key. Enter them again.':
    'UNITH nimmt diese E-Mail-Adresse und diesen Schlüssel nicht an. Sie erneut eingeben.',

  'What starts at login is another copy of Greenroom. Turn it on to start this one.':
    'Beim Anmelden startet ein anderes Exemplar von Greenroom. Einschalten, um dieses zu starten.',
  'The desktop holds it back: it is turned off in its startup settings.':
    'Die Arbeitsfläche hält es zurück: In ihren Starteinstellungen ist es ausgeschaltet.',
  'The entry that starts Greenroom cannot be kept: {}.':
    'Der Eintrag, der Greenroom startet, lässt sich nicht speichern: {1}.',
  'Allow it under System Settings, General, Login Items & Extensions.':
    'Unter „Systemeinstellungen“, „Allgemein“, „Anmeldeobjekte & Erweiterungen“ erlauben.',
  'Windows holds it back: it is turned off under Startup apps, in the Task Manager or in Settings, Apps.':
    'Windows hält es zurück: Unter „Autostart-Apps“, im Task-Manager oder in „Einstellungen“, „Apps“, ist es ausgeschaltet.',
  'Windows did not keep it: its registry may be closed to this account.':
    'Windows hat es nicht gespeichert: Vielleicht ist die Registrierung für dieses Konto gesperrt.',
  'Only an installed Greenroom can start at login.':
    'Nur ein eingerichtetes Greenroom kann beim Anmelden starten.',
  'Greenroom cannot start at login on this system.':
    'Auf diesem System kann Greenroom nicht beim Anmelden starten.',
  'Installing it asks for your password: restart when it suits you.':
    'Das Einrichten fragt nach dem Passwort: neu starten, wann es passt.',
  'There is no newer version to load.': 'Es gibt keine neuere Fassung zu laden.',
  'No newer version is ready.': 'Keine neuere Fassung ist bereit.',
  'This copy runs from its sources: update it as you got it.':
    'Dieses Exemplar läuft aus seinen Quellen: so erneuern, wie es kam.',
  'This copy was built without a feed of releases: get a newer one where you got it.':
    'Dieses Exemplar kennt keine Quelle neuer Fassungen: ein neueres holen, wo dieses herkam.',
  'Only the AppImage, deb and rpm can update themselves.': 'Nur AppImage, deb und rpm erneuern sich selbst.',
  'The releases cannot be reached. Check the connection, then try again.':
    'Die neuen Fassungen sind nicht erreichbar. Die Verbindung prüfen und erneut versuchen.',
  'The disk is full. Make room, then try again.': 'Die Platte ist voll. Platz schaffen und erneut versuchen.',
  'What came was damaged, and was thrown away. Try again.':
    'Was kam, war beschädigt und wurde verworfen. Erneut versuchen.',
  'Its signature is not right, so that it was not installed. Get it by hand from the project’s releases.':
    'Die Signatur stimmt nicht; darum wurde sie nicht eingerichtet. Von Hand bei den Fassungen des Projekts holen.',
  'The app may not be changed where it lies. Move it to a folder of your own, on a Mac to Applications, then start it there.':
    'Die App darf dort, wo sie liegt, nicht geändert werden. In einen eigenen Ordner bewegen, auf dem Mac nach „Programme“, und dort starten.',
  'There is no release for this system yet. Try again later.':
    'Für dieses System gibt es noch keine Fassung. Später erneut versuchen.',
  'The releases were asked for too often. Try again in an hour.':
    'Nach Fassungen wurde zu oft gefragt. In einer Stunde erneut versuchen.',
  'It failed for a reason not known here. Try again later.':
    'Es misslang aus einem hier unbekannten Grund. Später erneut versuchen.',

  'No encryption is available.': 'Keine Verschlüsselung ist verfügbar.',
  'This secret was kept by another host of Greenroom.':
    'Dieses Geheimnis hat eine andere Art von Greenroom aufbewahrt.',
  'The system does not give this secret back: it was kept by another user or key.':
    'Das System gibt dieses Geheimnis nicht her: Ein anderer Benutzer oder Schlüssel hat es aufbewahrt.',
  '{}: {}. Until then no secret can be kept or read.':
    '{1}: {2}. Bis dahin lässt sich kein Geheimnis aufbewahren oder lesen.',
  'No answer within {} s.': 'Keine Antwort binnen {1} s.',
  'This secret cannot be read with {}.': 'Dieses Geheimnis ist nicht zu lesen mit: {1}.',
  'GREENROOM_KEY is too short: give 32 bytes as hex or base64, or a phrase of 16 characters or more.':
    'GREENROOM_KEY ist zu kurz: 32 Bytes als Hex oder Base64 angeben oder einen Satz von mindestens 16 Zeichen.',
  'The key file {} is damaged. Put its backup back, or move it away and enter the secrets again.':
    'Die Schlüsseldatei {1} ist beschädigt. Ihre Sicherung zurücklegen, oder sie wegbewegen und die Geheimnisse erneut eingeben.',
};
