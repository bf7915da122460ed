/** By the English of the core. What reads the same in both languages is not here. */
export const coreWordsDe: Readonly<Record<string, string>> = {
  'Room joins and chat': 'Beitritte und Gespräche',
  'Open the Webhooks tab of your bitHuman developer page.':
    'Auf der Entwicklerseite von bitHuman den Reiter „Webhooks“ öffnen.',
  'Paste {url} as the URL: it counts for all your agents, and replaces a URL that is there now.':
    '{url} als URL einfügen: Sie gilt für alle Agenten und ersetzt eine, die jetzt dort steht.',
  'Add the custom header {header}: bitHuman no longer signs these calls, so it is all that tells them from anyone else’s.':
    'Die eigene Kopfzeile {header} hinzufügen: bitHuman signiert diese Aufrufe nicht mehr; nur an ihr sind sie von fremden zu unterscheiden.',
  'Tick room.join and chat.push, save, and press Test: the test shows up here.':
    'room.join und chat.push ankreuzen, sichern und „Test“ drücken: Der Test erscheint hier.',
  'signing secret (older accounts)': 'Geheimnis zum Signieren (ältere Konten)',
  'With it, agents are shown by their names and pictures. Nothing else needs it here.':
    'Damit erscheinen Agenten mit Namen und Bild. Sonst braucht ihn hier nichts.',
  'On your bitHuman developer page, under API keys.':
    'Auf der Entwicklerseite von bitHuman, unter „API keys“.',
  'API secret': 'API-Geheimnis',
  'Agents and videos (API)': 'Agenten und Videos (API)',
  'Register {url} with POST /v1/webhooks, and enter the signing secret of the answer: bitHuman shows it once.':
    '{url} mit POST /v1/webhooks eintragen und das Geheimnis aus der Antwort eingeben: bitHuman zeigt es einmal.',
  'A generation can take hours, and bitHuman gives up on a delivery after three attempts within seconds: keep Greenroom open.':
    'Ein Vorgang kann Stunden dauern, und bitHuman gibt eine Zustellung nach drei Versuchen binnen Sekunden auf: Greenroom offen lassen.',
  'signing secret (whsec_…)': 'Geheimnis zum Signieren (whsec_…)',
  'Conversations of a head': 'Gespräche eines Kopfes',
  'Switch on the events of the head, add {url} with POST /head-events, and enter the sharedKey of the answer.':
    'Die Ereignisse des Kopfes einschalten, {url} mit POST /head-events hinzufügen und den sharedKey der Antwort eingeben.',
  'A conversation starts with the first message of the visitor, not when the page opens.':
    'Ein Gespräch beginnt mit der ersten Nachricht des Besuchers, nicht mit dem Öffnen der Seite.',
  'digital human': 'digitaler Mensch',
  'The e-mail of your UNITH account, and the secret key from its settings.':
    'Die E-Mail-Adresse des UNITH-Kontos und der geheime Schlüssel aus dessen Einstellungen.',
  'E-mail': 'E-Mail-Adresse',
  'Secret key': 'Geheimer Schlüssel',
  'It ends after seven days, and Greenroom cannot renew it: e-mail and secret key last longer.':
    'Es endet nach sieben Tagen, und Greenroom kann es nicht erneuern: E-Mail-Adresse und geheimer Schlüssel halten länger.',
  'Bearer token': 'Bearer-Token',
  'Free and without an account. The address can change when it is opened anew.':
    'Kostenlos und ohne Konto. Die Adresse kann wechseln, wenn neu geöffnet wird.',
  'Between the tunnel server and this computer everything travels over plain, unencrypted TCP. A signature cannot be forged from what is read there, but header secrets and message texts can be read. ngrok, Cloudflare, Tailscale or an address of your own encrypt that part, too.':
    'Zwischen dem Server des Tunnels und diesem Rechner geht alles über unverschlüsseltes TCP. Eine Signatur lässt sich aus dort Gelesenem nicht fälschen, aber geheime Kopfzeilen und Texte sind zu lesen. ngrok, Cloudflare, Tailscale oder eine eigene Adresse verschlüsseln auch diesen Teil.',
  'The same address always, encrypted all the way to this computer. Needs a free account and its authtoken.':
    'Immer dieselbe Adresse, verschlüsselt bis zu diesem Rechner. Braucht ein kostenloses Konto und dessen Authtoken.',
  'Free and without an account, encrypted all the way. Needs the program cloudflared on this computer; the address is another one each time.':
    'Kostenlos und ohne Konto, durchgehend verschlüsselt. Braucht das Programm cloudflared auf diesem Rechner; die Adresse ist jedes Mal eine andere.',
  'The same address always, encrypted all the way to this computer. Needs Tailscale on this computer, logged in, with Funnel allowed.':
    'Immer dieselbe Adresse, verschlüsselt bis zu diesem Rechner. Braucht Tailscale auf diesem Rechner, angemeldet, mit erlaubtem Funnel.',
  'Own address': 'Eigene Adresse',
  'Your own reverse proxy or server that passes calls on to the receiver.':
    'Ein eigener Vermittler oder Server, der Aufrufe an den Empfänger weitergibt.',
  'encrypted with a key file in the data folder': 'verschlüsselt mit einer Schlüsseldatei im Datenordner',
  'encrypted with GREENROOM_KEY': 'verschlüsselt mit GREENROOM_KEY',
  'Nothing is open that could show alerts. Start Greenroom again.':
    'Nichts ist offen, das Benachrichtigungen zeigen könnte. Greenroom neu starten.',
  'Nothing is open that could show alerts. Keep a page of Greenroom open, and allow alerts there under Settings.':
    'Nichts ist offen, das Benachrichtigungen zeigen könnte. Eine Seite von Greenroom offen lassen und sie dort unter „Einstellungen“ erlauben.',
  'The system said nothing about it. Look whether its settings let Greenroom show notifications.':
    'Das System sagte nichts dazu. Nachsehen, ob seine Einstellungen Greenroom Mitteilungen zeigen lassen.',
  'No notification service was found: install libnotify and start the notification service of the desktop, then start Greenroom again.':
    'Kein Mitteilungsdienst gefunden: libnotify einrichten und den Mitteilungsdienst der Arbeitsfläche starten, dann Greenroom neu starten.',
  'The system offers no notifications to Greenroom: install it with its installer, then start it again.':
    'Das System bietet Greenroom keine Mitteilungen: mit dem Installationsprogramm einrichten und neu starten.',
  'macOS does not let Greenroom notify: allow it under System Settings, Notifications. A copy that is not signed is not listed there.':
    'macOS lässt Greenroom nichts melden: unter „Systemeinstellungen“, „Mitteilungen“ erlauben. Ein nicht signiertes Exemplar steht dort nicht.',
  'Windows does not let Greenroom notify: allow it under Settings, System, Notifications.':
    'Windows lässt Greenroom nichts melden: unter „Einstellungen“, „System“, „Benachrichtigungen“ erlauben.',
  'Windows did not show it: look under Settings, System, Notifications, and start Greenroom from the Start menu once.':
    'Windows hat sie nicht gezeigt: unter „Einstellungen“, „System“, „Benachrichtigungen“ nachsehen und Greenroom einmal aus dem Startmenü starten.',
  'The notification service of the desktop did not take it: look whether it runs.':
    'Der Mitteilungsdienst der Arbeitsfläche hat sie nicht angenommen: nachsehen, ob er läuft.',
  None: 'Keiner',
  'Deliveries arrive from this computer only.': 'Zustellungen kommen nur von diesem Rechner an.',
};
