import { OperatorError } from '../bot/errors.ts';

/** Runs a program: what it returns is the exit status; an `OperatorError` or a wrong option is shown as a sentence, anything else with its trace. */
export async function main(program: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await program();
  } catch (error) {
    if (error instanceof OperatorError || isWrongOption(error)) process.stderr.write(`${error.message}\n`);
    else console.error(error);
    process.exitCode = 1;
  }
}

/** What `parseArgs` throws: its message names the option. */
function isWrongOption(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
