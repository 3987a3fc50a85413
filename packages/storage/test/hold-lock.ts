// Run as a process of its own: holds the write lock of a database for a while, as another server would.
import Database from 'libsql';

const [path, ms] = process.argv.slice(2);
const db = new Database(path!);
db.exec('begin immediate');
process.stdout.write('held\n');
setTimeout(() => {
  db.exec('commit');
  db.close();
}, Number(ms));
