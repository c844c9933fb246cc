/** What a screen reader is told: starts, bests, ends and errors, not every number. */
class Announcer {
  sentence = $state('');

  say(sentence: string): void {
    this.sentence = sentence;
  }
}

export const announcer = new Announcer();
