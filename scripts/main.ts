import { OperatorError } from '../bot/errors.ts';

/** Runs a program: what it returns is the exit status; an `OperatorError` is shown as a sentence, anything else with its trace. */
export async function main(program: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await program();
  } catch (error) {
    if (error instanceof OperatorError) process.stderr.write(`${error.message}\n`);
    else console.error(error);
    process.exitCode = 1;
  }
}
