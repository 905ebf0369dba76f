package io.tokenpace.bench.result;

/**
 * What a calibration holds for: on anything else the tool's error is another one.
 *
 * @param cpu the processor's model
 * @param cores that this process may use
 * @param kernel of the operating system
 * @param java its whole version
 */
public record CalibrationMachine(String cpu, int cores, String kernel, String java) {}
