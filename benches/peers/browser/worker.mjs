// Workers that answer one message with one message.

/** Starts a worker and waits until it says that it is ready, so that its start is not measured. */
export const startWorker = async (url) => {
  const worker = new Worker(url);
  const answer = () =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message ?? `${url} does not start`));
    });
  await answer();
  return {
    ask: (question) => {
      const answered = answer();
      worker.postMessage(question);
      return answered;
    },
  };
};
