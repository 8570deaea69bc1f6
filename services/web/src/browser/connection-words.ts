import type { Connection } from './live-socket.js';

/** The state of a connection as people read it. */
export function connectionInWords(connection: Connection): string {
  switch (connection.state) {
    case 'connecting':
      return 'Connecting for live updates…';
    case 'connected':
      return 'Live: changes appear here as they happen.';
    case 'waiting':
      return `The connection is lost. Trying again in ${connection.seconds === 1 ? '1 second' : `${connection.seconds} seconds`}.`;
    default:
      return connection.why === 'signed-out'
        ? 'Live updates have stopped: you are signed out. Reload the page.'
        : 'Live updates have stopped. Reload the page to start them again.';
  }
}
