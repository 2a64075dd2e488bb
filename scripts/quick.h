/* What setup.py adds to the header that mypyc writes for all the files of the compiled reader. */

/* What only an error asks stands aside, so that what each text asks stands close together. */
__attribute__((cold)) void CPy_TypeError(const char *expected, PyObject *value);
__attribute__((cold)) void CPy_AddTraceback(const char *filename, const char *funcname, int line, PyObject *globals);
__attribute__((cold)) void CPy_TypeErrorTraceback(const char *filename, const char *funcname, int line, PyObject *globals,
                                                  const char *expected, PyObject *value);
__attribute__((cold)) void CPy_AttributeError(const char *filename, const char *funcname, const char *classname, const char *attrname,
                                              int line, PyObject *globals);

/* A table that fills itself (hasila.text.known) is a dict of a class of its own, which Python asks by way of the method's name: what is
   there already is taken out as of a plain dict, the rest is asked of the class. No class of ours has a __getitem__ that says otherwise. */
static inline PyObject *hasila_item(PyObject *table, PyObject *key) {
    PyObject *found = PyDict_GetItemWithError(table, key);
    if (found != NULL)
        return Py_NewRef(found);
    return PyErr_Occurred() ? NULL : CPyDict_GetItem(table, key);
}
#define CPyDict_GetItem hasila_item

/* What a module has, such as a builtin, is in its dict: Python asks its type first. */
__attribute__((noinline, unused)) static PyObject *hasila_attribute(PyObject *thing, PyObject *name) {
    if (PyModule_CheckExact(thing)) {
        PyObject *found = PyDict_GetItemWithError(PyModule_GetDict(thing), name);
        if (found != NULL)
            return Py_NewRef(found);
        if (PyErr_Occurred())
            return NULL;
    }
    return PyObject_GetAttr(thing, name);
}
#define PyObject_GetAttr hasila_attribute
