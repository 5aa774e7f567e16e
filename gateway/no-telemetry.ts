// Imported before Apollo is: its gateway looks for the switch when it is made, and would else ask cloud metadata addresses and a telemetry host.
// biome-ignore lint/style/noProcessEnv: it is set here, never read; a switch of Apollo's, not a key of ours.
process.env.APOLLO_TELEMETRY_DISABLED = '1';
