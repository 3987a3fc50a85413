// A process that holds the write lock of a database for some milliseconds, as another server would.
// Arguments: the path of the file, and the time in ms.
import Database from 'libsql';

const [path, ms] = process.argv.slice(2);
const db = new Database(path!);
db.exec('begin immediate');
process.stdout.write('locked\n');
setTimeout(() => {
  db.exec('commit');
  db.close();
}, Number(ms));
