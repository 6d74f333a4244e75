/** One thing is done at a time; of those asked for meanwhile, only the last. What was overtaken never reports. */

export class Latest<Result> {
  private running = false;
  private next: (() => Promise<Result>) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private number = 0;

  constructor(
    private readonly done: (result: Result) => void,
    private readonly failed: (why: unknown) => void,
  ) {}

  /** Does it after a pause in which nothing else is asked for, in milliseconds. */
  ask(task: () => Promise<Result>, pause = 0): void {
    this.number++;
    this.next = task;
    clearTimeout(this.timer);
    if (pause) this.timer = setTimeout(() => void this.run(), pause);
    else void this.run();
  }

  /** Whatever is under way or waits is forgotten. */
  cancel(): void {
    this.number++;
    this.next = undefined;
    clearTimeout(this.timer);
  }

  get busy(): boolean {
    return this.running || this.next !== undefined;
  }

  private async run(): Promise<void> {
    if (this.running || !this.next) return;
    const [task, number] = [this.next, this.number];
    this.next = undefined;
    this.running = true;
    try {
      const result = await task();
      this.running = false;
      if (number === this.number) this.done(result);
    } catch (why) {
      this.running = false;
      if (number === this.number) this.failed(why);
    }
    void this.run();
  }
}
