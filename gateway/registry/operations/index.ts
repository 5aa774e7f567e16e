export { newFaults } from './new-faults.ts';
export { openRecorder, type Recorder, type SeenQuestion } from './open-recorder.ts';
