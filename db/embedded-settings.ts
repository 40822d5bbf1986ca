/** Settings of the built-in server, given on its command line at every start: a file cannot weaken them. */
export function serverArguments(options: { cluster: string; port: number; durable: boolean }): string[] {
  const safe = options.durable ? 'on' : 'off';
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    // No socket file: its path is limited to 107 bytes, and a data folder may lie deeper.
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    fsync: safe,
    // On for tests too: killing the server then loses nothing, only a power cut does.
    synchronous_commit: 'on',
    full_page_writes: safe,
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_line_prefix: '%m [%p] ',
    // Statements, parameters, the details of errors and their texts ("invalid input syntax: …") can hold what
    // identifies a person. The log says how the server is, not what was asked; the product logs codes.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
  return [
    '-D',
    options.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}
