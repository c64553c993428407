// What goes to the server and what comes back. The browser owns the text; the server replaces it only by raising `rev`.
//
// Rules that keep it lossless (each was measured against its absence):
//  - an edit is sent after a pause, at the latest after a maximum wait, and at once on blur, Ctrl+Enter or a hidden tab;
//  - while one is on its way the next waits for the answer (not longer than the maximum wait), so that a steady hand
//    does not cut short every answer of the server;
//  - a message holds every text that is not acknowledged, because the server may take only the newest of two messages;
//  - an edit is mirrored in localStorage until the server acknowledges its number, and sent again until it does;
//  - an edit names the states of the text that it was made upon, so that the server knows whether it met another's;
//  - a replacement from the server never runs over an edit that it has not acknowledged: the person wins.
import { browserName, isLeaving, keptName, mayRepeat, randomName, unsaved } from "../../assistant/ui/components/sending.js";

const RETRY_MS = 2000;
const AT_ONCE_MS = 10;
const ASIDE_MS = 400; // away from the edit itself: one message of Streamlit holds one fragment only

export class Exchange {
  constructor(surface) {
    this.surface = surface; // send(edits), say(words), unheard()
    this.fields = new Map();
    this.attempt = 0;
    this.sentAt = 0;
    this.first = 0;
    this.timer = 0;
    this.asides = [];
    this.onHidden = () => document.visibilityState === "hidden" && this.flush();
    this.onLeave = () => this.flush();
    document.addEventListener("visibilitychange", this.onHidden);
    window.addEventListener("pagehide", this.onLeave);
    window.addEventListener("intertitre:leave", this.onLeave);
    this.retry = setInterval(() => this.sendAgain(), RETRY_MS);
  }

  close() {
    this.flush();
    clearInterval(this.retry);
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.onHidden);
    window.removeEventListener("pagehide", this.onLeave);
    window.removeEventListener("intertitre:leave", this.onLeave);
    unsaved().delete(this);
  }

  /** The state of a field, made when it is first seen. */
  field(name, server) {
    let field = this.fields.get(name);
    if (!field) {
      const origin = Date.now();
      field = { name, rev: server.rev, origin, number: origin, sent: origin, acknowledged: origin };
      Object.assign(field, { text: server.text, base: server.base, chain: [], version: null, stamp: origin });
      this.fields.set(name, field);
    }
    return field;
  }

  /** Note what a person made of a field. */
  edited(name, text, stamp = Date.now()) {
    const field = this.fields.get(name);
    if (!field || field.text === text) return;
    Object.assign(field, { text, stamp, number: field.number + 1, version: null });
    unsaved().add(this);
    this.remember(field);
    this.surface.say("saving");
    const now = performance.now();
    if (!this.first) this.first = now;
    // The first key after a rest goes at once: the answer to a single correction should not wait for a second one.
    const rested = now - this.sentAt > this.surface.data.longest && this.first === now;
    this.plan(rested ? AT_ONCE_MS : Math.min(this.surface.data.pause, this.first + this.surface.data.longest - now));
  }

  plan(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flushInTurn(), Math.max(0, wait));
  }

  flushInTurn() {
    const waited = performance.now() - this.sentAt;
    const onTheWay = [...this.fields.values()].some((field) => field.sent > field.acknowledged);
    if (onTheWay && waited < this.surface.data.longest) return this.plan(this.surface.data.longest - waited);
    this.flush();
  }

  /** Send what was not sent yet, now. */
  flush() {
    clearTimeout(this.timer);
    this.first = 0;
    if (![...this.fields.values()].some((field) => field.number > field.sent)) return;
    if (isLeaving()) this.timer = setTimeout(() => this.flush(), RETRY_MS);
    else this.transmit();
  }

  /** Every text that the server has not acknowledged, as edits; they count as sent. */
  take() {
    const edits = [...this.asides];
    for (const field of this.fields.values()) {
      if (field.number <= field.acknowledged) continue;
      field.version ??= randomName();
      edits.push({ field: field.name, text: field.text, number: field.number, version: field.version, stamp: field.stamp, bases: basesOf(field) });
      if (field.sent < field.number) {
        field.chain.push({ number: field.number, state: stateOf(field) });
        field.sent = field.number;
        this.remember(field);
      }
    }
    clearTimeout(this.timer);
    this.first = 0;
    return edits;
  }

  transmit() {
    this.attempt += 1;
    this.sentAt = performance.now();
    this.surface.say("saving");
    this.surface.send({ edits: this.take(), attempt: this.attempt, browser: browserName() });
  }

  sendAgain() {
    const waiting = this.asides.length || [...this.fields.values()].some((field) => field.sent > field.acknowledged);
    if (!waiting || !mayRepeat(this.sentAt)) return;
    this.transmit();
    this.surface.say("waiting");
    setTimeout(() => window.dispatchEvent(new Event("intertitre:unheard")), ASIDE_MS);
  }

  /** Take in the server's view of one field; returns the text that has to be shown instead, or null. */
  heard(name, server) {
    const field = this.field(name, server);
    // Numbers are counted by this page: an acknowledgement that was meant for an earlier one is older than its first.
    if (server.acknowledged >= field.origin && server.acknowledged > field.acknowledged) {
      field.acknowledged = server.acknowledged;
      field.chain = field.chain.filter((link) => link.number >= field.acknowledged);
      if (field.acknowledged >= field.number) this.forget(field);
    }
    const dirty = field.number > field.acknowledged;
    if (server.rev <= field.rev) {
      if (!dirty) field.chain = [];
      field.base = server.base;
      return null;
    }
    // Another's text came while ours is on its way: ours goes there with the states that it was made upon, and the
    // server keeps both.
    if (dirty) return null;
    Object.assign(field, { rev: server.rev, base: server.base, chain: [] });
    if (field.text === server.text) return null;
    field.text = server.text;
    return server.text;
  }

  /** Whether the server does not have what the field says. */
  isDirty(name) {
    const field = this.fields.get(name);
    return Boolean(field) && field.number > field.acknowledged;
  }

  /** Say whether all is saved, after the server's answer, and send what waited for it. */
  settle() {
    const fields = [...this.fields.values()];
    if (fields.every((field) => field.number <= field.acknowledged) && !this.asides.length) {
      unsaved().delete(this);
      if (this.attempt) this.surface.say("saved");
    } else if (fields.some((field) => field.number > field.sent) && !fields.some((field) => field.sent > field.acknowledged)) {
      this.plan(this.surface.data.pause);
    }
  }

  /** These texts have left the article, and the server has them: stop sending them. */
  gone(acknowledged) {
    for (const [name, number] of Object.entries(acknowledged)) {
      const field = this.fields.get(name);
      if (!field || number < field.number) continue;
      this.forget(field);
      this.fields.delete(name);
    }
  }

  /** The server has put these texts aside: stop sending them. */
  asidesKept(versions) {
    for (const aside of this.asides.filter((kept) => versions.includes(kept.version))) discard(aside.key);
    this.asides = this.asides.filter((aside) => !versions.includes(aside.version));
  }

  /** What this browser kept of a field and the server never acknowledged, the newest first. */
  recall(name) {
    const prefix = `${this.mirrorName(name)}:`;
    return storedKeys(prefix)
      .map((key) => ({ key, ...parse(key) }))
      .filter((kept) => typeof kept.text === "string")
      .sort((one, other) => other.at - one.at);
  }

  /** Take up again what was typed and never acknowledged; returns the text to show, or null. */
  recover(name, server) {
    let shown = null;
    const field = this.field(name, server);
    for (const kept of this.recall(name)) {
      if (kept.text === server.text || kept.text === shown) discard(kept.key);
      else if (shown === null && !server.readonly && (name.startsWith("text:") ? kept.bases.includes(server.base) : true)) {
        shown = kept.text;
        field.chain = kept.bases.map((state) => ({ number: field.number, state }));
        this.edited(name, kept.text, kept.at);
        field.version = kept.version;
        discard(kept.key);
        this.remember(field);
      } else if (name.startsWith("text:")) {
        const version = kept.version || randomName();
        this.asides.push({ field: name, text: kept.text, version, stamp: kept.at, bases: kept.bases, number: 0, aside: true, key: kept.key });
      }
    }
    return shown;
  }

  /** The name of this browser. */
  browser() {
    return browserName();
  }

  mirrorName(name) {
    return `intertitre:${this.surface.data.draft}:${name}`;
  }

  remember(field) {
    const kept = { text: field.text, at: field.stamp, version: field.version, bases: basesOf(field), rev: field.rev };
    try {
      localStorage.setItem(`${this.mirrorName(field.name)}:${tabName()}`, JSON.stringify(kept));
    } catch {
      // Storage may be full or forbidden: the server still gets the text.
    }
  }

  forget(field) {
    discard(`${this.mirrorName(field.name)}:${tabName()}`);
  }
}

// What an edit may find on the server without having met another's text: for the text of a section the id of a version,
// for a line the line itself.
function basesOf(field) {
  return [...new Set([field.base, ...field.chain.map((link) => link.state)])];
}

function stateOf(field) {
  return field.name.startsWith("text:") ? field.version : field.text;
}

// Two tabs keep their texts apart; a refresh of one finds its own again.
function tabName() {
  return keptName(() => sessionStorage, "intertitre-tab");
}

function storedKeys(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function parse(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    return { ...kept, bases: Array.isArray(kept?.bases) ? kept.bases : [] };
  } catch {
    return {};
  }
}

function discard(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing to forget where nothing could be kept.
  }
}
