/** What is used of the module, which has no types of its own: functions of libfvad, and their memory as samples. */
declare module '@echogarden/fvad-wasm' {
  export type FvadModule = {
    HEAP16: Int16Array;
    _malloc(bytes: number): number;
    _fvad_new(): number;
    _fvad_free(place: number): void;
    _fvad_set_mode(place: number, mode: number): number;
    _fvad_set_sample_rate(place: number, rate: number): number;
    _fvad_process(place: number, samples: number, count: number): number;
  };
  export default function load(): Promise<FvadModule>;
}
